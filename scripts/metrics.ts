import { argv } from 'node:process'
import { groupBy } from '../src/base/group-by.ts'
import { fixtureShares } from './metrics/fixtures.ts'
import { functionsOf } from './metrics/functions.ts'
import { arrowsOf, betweenRooms, circles, roomsFromTheBottom, upward } from './metrics/imports.ts'
import { lineCount, roomOf, sources } from './metrics/sources.ts'
import { testGroups } from './metrics/test-groups.ts'
import { spentBy } from './metrics/test-time.ts'

/** `npm run metrics`; with `-- --test` it runs the tests too, and says what they take. */
const all = sources()
const arrows = arrowsOf(all)
const order = roomsFromTheBottom()

const row = (name: string, ...figures: readonly (number | string)[]): string =>
  name.padEnd(32) + figures.map(figure => String(figure).padStart(8)).join('')

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const rooms = [...groupBy(all, ({ path }) => roomOf(path))].toSorted(
  ([one], [other]) => order.indexOf(other) - order.indexOf(one)
)
const longest = functionsOf(all).toSorted((one, other) => other.lines - one.lines)[0]
const fileCircles = circles(arrows)
const roomCircles = circles(betweenRooms(arrows))
const upwards = upward(arrows, order)
const shares = fixtureShares()

console.log(row('room', 'files', 'lines'))
for (const [room, files] of rooms)
  console.log(row(room, files.length, sum(files.map(({ text }) => lineCount(text)))))
console.log(row('src', all.length, sum(all.map(({ text }) => lineCount(text)))))
console.log(`\n${row('arrows upward', upwards.length)}`)
for (const { from, to } of upwards) console.log(`  ${from} -> ${to}`)
console.log(row('circles of files', fileCircles.length))
for (const ring of fileCircles) console.log(`  ${ring.join(' -> ')}`)
console.log(row('circles of rooms', roomCircles.length))
for (const ring of roomCircles) console.log(`  ${ring.join(' -> ')}`)
if (longest !== undefined)
  console.log(
    `${row('lines of the longest function', longest.lines)}  ${longest.name}, ${longest.path}:${longest.line}`
  )
console.log(`\n${row('fixtures of the checks', 'files', 'lines')}`)
for (const { what, files, lines } of shares) console.log(row(what, files, lines))
if (argv.includes('--test')) {
  console.log(`\n${row('npm test', 'CPU s', 'clock s')}`)
  for (const { name, jest } of testGroups) {
    const { cpuSeconds, wallSeconds } = spentBy(['npm', 'test', '--', ...jest])
    console.log(row(name, cpuSeconds.toFixed(1), wallSeconds.toFixed(1)))
  }
}
