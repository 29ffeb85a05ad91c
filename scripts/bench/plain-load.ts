import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'

/** What the library alone takes: every file of a folder, read and loaded. */
const folder = process.argv[2] ?? '.'
let documents = 0
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.yaml')) documents += loadAll(readFileSync(join(folder, name), 'utf8')).length
console.log(documents)
