import { counted } from './sentences.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A time as people tell it, rounded down: minutes, from two hours on hours, from two days on days and the hours that are left. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 2 * hour) return counted(Math.floor(milliseconds / minute), 'minute')
  const hours = Math.floor(milliseconds / hour)
  if (milliseconds < 2 * day) return counted(hours, 'hour')
  const left = hours % 24
  return [
    counted(Math.floor(hours / 24), 'day'),
    ...(left === 0 ? [] : [counted(left, 'hour')])
  ].join(' and ')
}
