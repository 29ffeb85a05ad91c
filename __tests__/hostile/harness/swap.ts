import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes files of a folder links and files again, as fast as it can: `swap.ts FOLDER TARGET CONTENT NAME...`. */
const [folder = '', target = '', content = '', ...names] = process.argv.slice(2)
const aside = join(folder, '..', 'swapping')

mkdirSync(aside, { recursive: true })
for (let round = 0; ; round++)
  for (const name of names) {
    const next = join(aside, 'next')
    if (round % 2 === 0) symlinkSync(target, next)
    else writeFileSync(next, content)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    renameSync(next, join(folder, name))
  }
