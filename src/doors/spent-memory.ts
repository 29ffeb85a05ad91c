import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Below it, what is left behind is less than what V8 keeps for the next rise. */
const muchHeap = 200 * 1024 * 1024

/**
 * Gives back what only the judgement, or the report before, needed: of a large run two fifths of the heap are garbage before its
 * reports are written, and V8 would let each report's own text come on top of it. A small run, or one whose V8 has no such function, goes on as it is.
 */
export function giveBackSpentMemory(): void {
  if (process.memoryUsage().heapUsed < muchHeap) return
  setFlagsFromString('--expose-gc')
  runInNewContext('typeof gc === "function" && gc()')
}
