/**
 * Plays floods that the program does not hold to all bounds yet, or that nobody has measured alone: no test runs them, and each moves to
 * `../floods.ts` with its mend. `node __tests__/floods/open/try.ts [PART OF A TITLE]`; a row that breaks a bound begins with XX.
 */
import { floods } from './floods.ts'
import { measuredRun } from '../measured-run.ts'
const wanted = process.argv[2] ? new RegExp(process.argv[2]) : /./
for (const flood of floods.filter(f => wanted.test(f.title))) {
  const r = await measuredRun(flood.files())
  const over =
    r.usage.cpuSeconds > 10 || r.usage.memoryBytes > 600 * 1048576 || ![0, 1, 4].includes(r.code)
  console.log(
    over ? 'XX' : '  ',
    r.usage.cpuSeconds.toFixed(1).padStart(6),
    String(Math.round(r.usage.memoryBytes / 1048576)).padStart(5) + 'MB',
    String(r.code).padStart(3),
    String(Math.round(r.stdout.length / 1e6)).padStart(5) + 'M',
    flood.title,
    over ? r.stderr.slice(0, 150) : ''
  )
}
