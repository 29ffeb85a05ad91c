import { conditionWords, vocabulary } from '../../src/anonymize/vocabulary.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { fileOfFacts } from '../../src/facts/facts-schema.ts'
import type { SourceText } from '../../src/yaml/source.ts'

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const nobody = '00000000-0000-0000-0000-000000000000'

/** Of JSON, with the keys that they stand under. */
function* texts(value: unknown, key = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [key, value]
  else if (typeof value === 'object' && value !== null)
    for (const [name, child] of Object.entries(value))
      yield* texts(child, Array.isArray(value) ? key : name)
}

const namesInId = (id: string): readonly string[] =>
  Array.from(
    id.matchAll(
      /\/(?:resourcegroups|managedclusters|registries|userassignedidentities|virtualnetworks|subnets)\/([^/]+)/gi
    ),
    ([, name = '']) => name
  )

/** Words of Azure, in keys whose values stay. */
const keptKeys =
  /^(?:message|permission|actions|notActions|dataActions|notDataActions|nodeImageVersion|location|artifactSource)$/

const tokens = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-_]+[\p{L}\p{N}]+)*/gu) ?? []

const builtInRoles = (facts: Facts): ReadonlySet<string> =>
  new Set(
    facts.roleDefinitions.flatMap(({ key, answer }) =>
      answer.known && !answer.value.custom
        ? [key.toLowerCase(), answer.value.name.toLowerCase()]
        : []
    )
  )

/** What facts without names say that is no name: their keys, and words of Azure. */
const wordsOfFacts = (facts: Facts): ReadonlySet<string> =>
  new Set([
    ...[...texts(facts)].flatMap(([key, text]) => (keptKeys.test(key) ? tokens(text) : [])),
    ...Array.from(JSON.stringify(facts).matchAll(/"(\w+)":/g), ([, key = '']) => key.toLowerCase()),
    ...conditionWords,
    ...[...builtInRoles(facts)].flatMap(tokens),
    facts.cloud.name.toLowerCase()
  ])

const namingKeys = ['name', 'host', 'loginServer', 'resourceGroup', 'nodeResourceGroup', 'registry']

function namesInFacts(facts: Facts): readonly string[] {
  const known = builtInRoles(facts)
  return [...texts(fileOfFacts(facts))]
    .flatMap(([key, text]) => [
      ...namesInId(text),
      ...(text.match(guid) ?? []),
      ...(namingKeys.includes(key) ? [text] : [])
    ])
    .filter(name => !known.has(name.toLowerCase()))
}

const written =
  /(?:^|[\s{,"'])(?:name|namespace|secretName|serviceAccountName|image)["']?:\s*["']?([^\s"',}]+)/gm

const namesInManifests = (files: readonly SourceText[]): readonly string[] =>
  files.flatMap(({ text }) => [
    ...(text.match(guid) ?? []),
    ...Array.from(text.matchAll(written), ([, name = '']) => name)
  ])

/** A host or image is told by each of its parts. */
const parts = (name: string): readonly string[] =>
  guid.test(name) ? [name] : name.split(/[^\p{L}\p{N}_-]+/u)

/** Ids and names of the originals, in lower case, but for those that are words of the field and bare numbers. */
export function namesOf(facts: Facts, files: readonly SourceText[]): readonly string[] {
  const regions = [...texts(facts)].flatMap(([key, text]) => (key === 'location' ? [text] : []))
  const all = [...namesInFacts(facts), ...namesInManifests(files)].flatMap(parts)
  return [...new Set(all.map(name => name.toLowerCase()))].filter(
    name =>
      name !== nobody &&
      !name.split(/[-_]+/).every(part => vocabulary.has(part)) &&
      !regions.includes(name) &&
      /\p{L}/u.test(name) &&
      name.length > 1 &&
      !/^(?:v\d+|x+)$/.test(name)
  )
}

/** Names that are still to be found in what would be sent: short ones as a word, others as any part of one. */
export function namesLeft(names: readonly string[], facts: Facts, sent: string): readonly string[] {
  const known = wordsOfFacts(facts)
  const words = new Set(tokens(sent).filter(word => !vocabulary.has(word) && !known.has(word)))
  return names.filter(name =>
    [...words].some(word => (name.length < 5 ? word === name : word.includes(name)))
  )
}
