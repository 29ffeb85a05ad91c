import { readFileSync } from 'node:fs'
import { argv, cwd } from 'node:process'
import { watched } from '../src/access/look-up.ts'
import { endlessTime } from '../src/base/run-time.ts'
import { readFacts } from '../src/facts/facts-file.ts'
import { reportOn } from '../src/judgement/judgement.ts'
import { traceText } from '../src/judgement/trace.ts'
import { judgeRun } from '../src/judgement/judged-run.ts'
import { textFor } from '../src/reports/index.ts'
import { loadNamed } from '../src/run.ts'
import { parseCommandLine } from '../src/settings/command-line.ts'
import { checkInputs } from '../src/settings/inputs.ts'
import { sent } from './replay/named.ts'
import { writeCase } from './replay/new-case.ts'

/** `--write CHECK/CASE` is ours; everything else is the command line of `check`, as the user gave it. */
function takeCase(words: readonly string[]): {
  readonly asCase: string | null
  readonly words: readonly string[]
} {
  const at = words.indexOf('--write')
  return at < 0
    ? { asCase: null, words }
    : { asCase: words[at + 1] ?? '', words: words.toSpliced(at, 2) }
}

function settingsOf(words: readonly string[]) {
  const call = parseCommandLine(['check', ...words])
  if (!('settings' in call))
    throw new Error(
      'npm run replay -- FOLDER | FACTS.json MANIFESTS... [options of check] [--write CHECK/CASE]'
    )
  return call
}

const { asCase, words } = takeCase(argv.slice(2))
const { positionals, settings } = settingsOf(words)
const named = sent(positionals)
const inputs = checkInputs({ ...settings, facts: [named.facts], manifests: named.manifests })
// As on the day when the facts were read: what a user saw is what is replayed.
const facts = readFacts(readFileSync(named.facts, 'utf8'))
const world = { workspace: cwd(), progress: () => undefined, time: endlessTime }
const manifests = await loadNamed(inputs.manifests, world, facts.cloud.registrySuffixes)
const judged = judgeRun(manifests, facts, watched)
console.log(judged.parts.map(traceText).join('\n'))
console.log([...textFor({ color: false })(reportOn(judged, 'file', inputs))].join(''))
if (asCase !== null) {
  await writeCase(asCase, named)
  console.log(`Written: __tests__/checks/${asCase}`)
}
