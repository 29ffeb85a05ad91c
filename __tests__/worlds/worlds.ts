import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFacts, writeFacts } from '../../src/facts/facts-file.ts'
import type { Json } from './json-path.ts'

/** As the schema reads it, so that a key that is younger than the world has its place there too. */
const worldIn = (file: string): Json => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  return JSON.parse(writeFacts(readFacts(text))) as Json
}

const worlds: ReadonlyMap<string, Json> = new Map(
  readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.json'))
    .map(file => [file.replace(/\.json$/, ''), worldIn(file)])
)

/** @throws Error that lists the worlds there are. */
export function worldNamed(name: string): Json {
  const world = worlds.get(name)
  if (world === undefined)
    throw new Error(`There is no world ${name}, only: ${[...worlds.keys()].join(', ')}`)
  return world
}
