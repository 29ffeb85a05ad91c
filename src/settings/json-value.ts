import type * as z from 'zod/mini'
import { visible } from '../base/visible.ts'

/** What a text says as JSON; null where it is none, which no shape of ours takes. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What of a map is not as its shape demands, as a message names it: a key, or `it`. */
export function faultyPart({ issues: [issue] }: z.core.$ZodError): string {
  const key =
    issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : (issue?.path.join('.') ?? '')
  return key === '' ? 'it' : `'${visible(key)}'`
}
