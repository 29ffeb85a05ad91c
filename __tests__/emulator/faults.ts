import type { Call } from './exchange.ts'
import { matches } from './permissions.ts'
import type { FaultAnswer, FaultData } from './world.ts'

/** Finds the fault for a request and counts how often each rule has answered. */
export type FaultBook = (call: Call) => FaultAnswer | null

export function faultBook(faults: readonly FaultData[]): FaultBook {
  const left = new Map(faults.map(fault => [fault, fault.times ?? Number.POSITIVE_INFINITY]))
  return call => {
    const fault = faults.find(rule => (left.get(rule) ?? 0) > 0 && concerns(rule, call))
    if (fault === undefined) return null
    left.set(fault, (left.get(fault) ?? 0) - 1)
    return fault.answer
  }
}

const concerns = (fault: FaultData, call: Call): boolean =>
  (fault.method === undefined || fault.method === call.method) &&
  matches(
    fault.url,
    `${call.host}${call.path}?${[...call.query].map(([name, value]) => `${name}=${value}`).join('&')}`
  )
