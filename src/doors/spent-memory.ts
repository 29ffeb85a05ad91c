import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Below it, what a judgement leaves behind is less than what V8 keeps for the next rise. */
const muchHeap = 300 * 1024 * 1024

/**
 * Gives back what only the judgement needed, before reports are written: of a large run two fifths of the heap are garbage then,
 * and V8 would let the reports' own texts come on top of it. A small run, or one whose V8 has no such function, goes on as it is.
 */
export function giveBackSpentMemory(): void {
  if (process.memoryUsage().heapUsed < muchHeap) return
  setFlagsFromString('--expose-gc')
  runInNewContext('typeof gc === "function" && gc()')
}
