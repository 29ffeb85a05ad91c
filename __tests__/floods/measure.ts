/**
 * Measures floods alone, those included that no test plays: `node __tests__/floods/measure.ts [PART OF A TITLE]`. A row that
 * breaks a bound begins with XX.
 */
import { bounds } from '../hostile/harness/breaches.ts'
import { floods } from './floods.ts'
import { measuredRun } from './measured-run.ts'

const [, , part = ''] = process.argv

for (const { title, files } of floods.filter(flood => flood.title.includes(part))) {
  const { code, usage, stderr } = await measuredRun(files())
  const isOver =
    usage.cpuSeconds > bounds.cpuSeconds ||
    usage.memoryBytes > bounds.memoryBytes ||
    ![0, 1, 4].includes(code)
  const figures = [
    isOver ? 'XX' : '  ',
    `${usage.cpuSeconds.toFixed(1)} s`.padStart(7),
    `${Math.round(usage.memoryBytes / 1024 / 1024)} MB`.padStart(8),
    `exit ${code}`.padStart(9)
  ]
  console.log(figures.join(' '), title, isOver ? stderr.slice(0, 150) : '')
}
