import { argv } from 'node:process'
import { parseArgs } from 'node:util'
import { casesOf, expectedText, judgedText, writeExpected } from '../__tests__/checks/fixtures.ts'
import { checks } from '../src/checks/index.ts'

/**
 * Says which cases of the checks no longer come to what their expected.txt says; `--write` writes what they come to,
 * to be read in the diff. Other arguments are parts of CHECK/CASE; without any, all cases are judged.
 */
const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true
})

const chosen = checks
  .flatMap(check => casesOf(check.id).map(name => ({ check, name, path: `${check.id}/${name}` })))
  .filter(({ path }) => positionals.length === 0 || positionals.some(part => path.includes(part)))

const differing: string[] = []
for (const { check, name, path } of chosen) {
  const text = await judgedText(check, check.id, name)
  if (text === expectedText(check.id, name)) continue
  differing.push(path)
  if (values.write) writeExpected(check.id, name, text)
}

const outcome = values.write ? 'written' : 'not as expected'
console.log([...differing, `${differing.length} of ${chosen.length} cases ${outcome}`].join('\n'))
process.exitCode = differing.length === 0 || values.write ? 0 : 1
