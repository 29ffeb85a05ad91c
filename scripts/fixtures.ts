import { argv } from 'node:process'
import { parseArgs } from 'node:util'
import {
  casesOf,
  expectedText,
  factsOf,
  judgedText,
  writeExpected
} from '../__tests__/checks/fixtures.ts'
import type { Check } from '../src/checks/check.ts'
import { checks } from '../src/checks/index.ts'
import { writeFacts } from '../src/facts/facts-file.ts'

type Case = { readonly check: Check; readonly name: string; readonly path: string }

/** `CHECK/CASE` prints the facts of this case, expanded to the facts file that they stand for. */
const printed = ({ check, name }: Case): string => writeFacts(factsOf(check.id, name)).trimEnd()

/** Which cases do not come to what their expected.txt says; `write`: it then says what they come to. */
async function compared(cases: readonly Case[], write: boolean): Promise<readonly string[]> {
  const differing: string[] = []
  for (const { check, name, path } of cases) {
    const text = await judgedText(check, check.id, name)
    if (text === expectedText(check.id, name)) continue
    differing.push(path)
    if (write) writeExpected(check.id, name, text)
  }
  return differing
}

/** Arguments are parts of CHECK/CASE; without any, all cases are compared. */
const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true
})
const cases = checks.flatMap(check =>
  casesOf(check.id).map((name): Case => ({ check, name, path: `${check.id}/${name}` }))
)
const named = cases.find(({ path }) => path === positionals[0])
if (named !== undefined && !values.write) console.log(printed(named))
else {
  const chosen = cases.filter(
    ({ path }) => positionals.length === 0 || positionals.some(part => path.includes(part))
  )
  const differing = await compared(chosen, values.write)
  const outcome = values.write ? 'written' : 'not as expected'
  console.log([...differing, `${differing.length} of ${chosen.length} cases ${outcome}`].join('\n'))
  process.exitCode = differing.length === 0 || values.write ? 0 : 1
}
