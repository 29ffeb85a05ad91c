import { relative } from 'node:path'
import { root, type Pattern } from './patterns.ts'

const placeIn = (stack: string): string | null => {
  const [, file, line] = /(\/[^()\s]+\/src\/[^():\s]+):(\d+):\d+/.exec(stack) ?? []
  return file === undefined ? null : `${relative(root, file)}:${line}`
}

/** Notes every regular expression that modules of the program make of text while `use` runs. */
export async function recordedWhile(use: () => Promise<void>): Promise<readonly Pattern[]> {
  const recorded: Pattern[] = []
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [pattern, flags]: [RegExp | string, string | undefined], newTarget) => {
      const made: unknown = Reflect.construct(target, [pattern, flags], newTarget)
      const place = placeIn(new Error('made here').stack ?? '')
      if (place !== null && made instanceof Original)
        recorded.push({ place, source: made.source, flags: made.flags })
      return made as RegExp
    }
  })
  try {
    await use()
  } finally {
    globalThis.RegExp = Original
  }
  return recorded
}
