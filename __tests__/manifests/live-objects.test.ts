import { describe, expect, test } from '@jest/globals'
import { dump } from 'js-yaml'
import { readFacts } from '../../src/facts/facts-file.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { worldNamed } from '../worlds/worlds.ts'
import { worldWithoutTools } from './binaries.ts'
import { load } from './workspace-files.ts'

/** In chunks of a pipe. */
const piping = (text: string) => ({
  ...worldWithoutTools,
  readStandardInput: (_milliseconds: number, take: (bytes: Buffer) => boolean) => {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.byteLength; at += 65_536)
      if (!take(bytes.subarray(at, at + 65_536))) break
    return Promise.resolve(true)
  }
})

type Json = Readonly<Record<string, unknown>>

const listOf = (items: readonly Json[]): Json => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { resourceVersion: '' }
})

const piped = (text: string): Promise<Manifests> => load({}, { paths: ['-'] }, piping(text))

const read = (...items: readonly Json[]): Promise<Manifests> => piped(dump(listOf(items)))

type Changes = {
  readonly image?: string
  readonly owner?: string
  readonly replicas?: number
  readonly spec?: Json
  readonly sidecar?: string
}

const object = (kind: string, name: string, changes: Changes = {}): Json => {
  const { image = 'contoso.azurecr.io/web:1', owner, replicas = 2, spec = {}, sidecar } = changes
  const podSpec = {
    containers: [
      { name: 'web', image },
      ...(sidecar === undefined ? [] : [{ name: 'proxy', image: sidecar }])
    ],
    ...spec
  }
  const [ownerKind] = owner?.split('/') ?? []
  return {
    apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
    kind,
    metadata: {
      name,
      namespace: 'shop',
      uid: `${kind}/${name}`,
      ...(owner === undefined
        ? {}
        : { ownerReferences: [{ kind: ownerKind, name: owner, uid: owner, controller: true }] })
    },
    spec: kind === 'Pod' ? podSpec : { replicas, template: { spec: podSpec } },
    status: { containerStatuses: [{ image: 'contoso.azurecr.io/web:status' }] }
  }
}

const web = object('Deployment', 'web')
const current = object('ReplicaSet', 'web-2', { owner: 'Deployment/web' })
const old = object('ReplicaSet', 'web-1', {
  owner: 'Deployment/web',
  replicas: 0,
  image: 'contoso.azurecr.io/web:0'
})
const pod = (changes: Changes = {}): Json =>
  object('Pod', 'web-2-x', { owner: 'ReplicaSet/web-2', ...changes })

const judged = ({ uses }: Manifests): readonly string[] =>
  uses.map(({ workload, image }) => `${workload.kind} ${workload.name} ${image.text}`)

const messages = ({ problems }: Manifests): readonly string[] =>
  problems.map(({ message }) => message)

describe('objects that a cluster printed', () => {
  test('are judged at what controls them, and the others are counted', async () => {
    const manifests = await read(web, current, old, pod())
    expect(judged(manifests)).toEqual(['Deployment web contoso.azurecr.io/web:1'])
    expect(messages(manifests)).toEqual([
      'Left out, because other objects of this input say the same: 2 objects that others here control, 1 ReplicaSet with 0 replicas'
    ])
  })

  test.each<[string, readonly Json[], readonly string[]]>([
    ['whose controller is not there', [pod()], ['Pod web-2-x contoso.azurecr.io/web:1']],
    [
      'that come before their controller',
      [pod(), current, web],
      ['Deployment web contoso.azurecr.io/web:1']
    ],
    [
      'of an old revision that still runs',
      [
        web,
        object('ReplicaSet', 'web-1', {
          owner: 'Deployment/web',
          image: 'contoso.azurecr.io/web:0'
        })
      ],
      ['Deployment web contoso.azurecr.io/web:1', 'ReplicaSet web-1 contoso.azurecr.io/web:0']
    ],
    [
      'of an old revision without its Deployment',
      [old],
      ['ReplicaSet web-1 contoso.azurecr.io/web:0']
    ],
    [
      'with a container that their controller has not',
      [current, pod({ sidecar: 'contoso.azurecr.io/proxy:1' })],
      ['ReplicaSet web-2 contoso.azurecr.io/web:1', 'Pod web-2-x contoso.azurecr.io/proxy:1']
    ],
    [
      'whose account is another one',
      [current, pod({ spec: { serviceAccountName: 'shop' } })],
      ['ReplicaSet web-2 contoso.azurecr.io/web:1', 'Pod web-2-x contoso.azurecr.io/web:1']
    ],
    [
      'whose controller says nothing of images',
      [
        {
          apiVersion: 'x.example.com/v1',
          kind: 'Web',
          metadata: { name: 'w', uid: 'Web/w' },
          spec: {}
        },
        object('Deployment', 'web', { owner: 'Web/w' })
      ],
      ['Deployment web contoso.azurecr.io/web:1']
    ],
    [
      'that control themselves',
      [pod({ owner: 'Pod/web-2-x' })],
      ['Pod web-2-x contoso.azurecr.io/web:1']
    ]
  ])('%s', async (_name, items, expected) => {
    expect(judged(await read(...items))).toEqual(expected)
  })

  test('an account that admission names is no other one', async () => {
    const manifests = await read(current, pod({ spec: { serviceAccountName: 'default' } }))
    expect(judged(manifests)).toEqual(['ReplicaSet web-2 contoso.azurecr.io/web:1'])
  })

  test('what kubectl applied last is left out and counted', async () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(
        object('Deployment', 'web', { image: 'contosonone.azurecr.io/old:1' })
      )
    }
    const manifests = await read({ ...web, metadata: { name: 'web', uid: 'u', annotations } })
    expect(judged(manifests)).toEqual(['Deployment web contoso.azurecr.io/web:1'])
    expect(messages(manifests)[0]).toContain('1 copy in last-applied-configuration')
  })

  test.each<[string, Changes, string]>([
    ['pull secrets', { spec: { imagePullSecrets: [{ name: 'added' }] } }, 'pull secrets'],
    ['images', { image: 'mirror.azurecr.io/web:1' }, 'images']
  ])('%s that came at admission leave the pulls of the controller open', async (...row) => {
    const [, changes, what] = row
    const manifests = await read(web, current, pod(changes))
    expect(manifests.podChangers.map(({ text }) => text)).toEqual([
      `Pod web-2-x has ${what} that its controller does not name, so that something adds them at admission`
    ])
    const world = worldNamed('contoso-one-pool')
    const facts = { ...readFacts(JSON.stringify(world)) }
    const refused = { ...facts, assignments: facts.assignments.map(withoutGrants) }
    const before = judgePulls(await read(web, current), refused).verdicts
    expect(before.map(({ result }) => result)).toEqual(['no-pull'])
    const after = judgePulls(manifests, refused).verdicts
    expect(after.find(({ image }) => image.includes('contoso.azurecr.io/web'))?.result).toBe(
      'unknown'
    )
  })
})

const withoutGrants = <Answer extends { readonly answer: unknown }>(assignments: Answer) => ({
  ...assignments,
  answer: { known: true as const, value: [] }
})

describe('more than a file may hold', () => {
  const filler = 'x'.repeat(20_000)
  const items = Array.from({ length: 600 }, (_, index): Json => ({
    ...object('Deployment', `web-${index}`, { image: `contoso.azurecr.io/web-${index}:1` }),
    data: { text: `${filler}\n- no item\n"items": [` }
  }))
  const block = (list: Json): string => dump(list, { lineWidth: -1 })

  test.each<[string, string]>([
    ['a list in YAML', block(listOf(items))],
    [
      'a list in YAML with its items further in',
      block(listOf(items))
        .replace(/^(?=- | {2})/gm, '  ')
        .replace(/^ {4}resourceVersion/m, '  resourceVersion')
    ],
    ['documents in YAML', items.map(block).join('---\n')],
    ['a list in JSON', JSON.stringify(listOf(items), null, 4)],
    ['a list in JSON in one line', JSON.stringify(listOf(items))],
    ['objects in JSON', items.map(item => JSON.stringify(item)).join('\n')]
  ])('is read object by object: %s', async (_name, text) => {
    expect(text.length).toBeGreaterThan(10 * 1024 * 1024)
    const { uses, problems } = await piped(text)
    expect(problems).toEqual([])
    expect(uses.map(({ image }) => image.text)).toEqual(
      items.map((_, index) => `contoso.azurecr.io/web-${index}:1`)
    )
    const lines = text.split('\n')
    const wrong = uses.filter(({ image, location: { line, column } }) => {
      const from = (lines[line - 1] ?? '').slice(column - 1)
      return !from.replace(/^"/, '').startsWith(image.text)
    })
    expect(wrong.map(({ location }) => location)).toEqual([])
  })

  test('objects that are too large are told, and the others judged', async () => {
    const large = { ...web, data: { text: 'x\n'.repeat(6_000_000) } }
    const { uses, problems } = await piped(JSON.stringify(listOf([large, current]), null, 1))
    expect(uses.map(({ workload }) => workload.name)).toEqual(['web-2'])
    expect(problems).toMatchObject([{ unread: 'too-large', location: { line: 4 } }])
  })

  test('items whose kind only the list says are told', async () => {
    const untyped = items.map(({ metadata, spec, data }) => ({ metadata, spec, data }))
    const list = { apiVersion: 'apps/v1', items: untyped, kind: 'DeploymentList' }
    const { uses, problems } = await piped(dump(list))
    expect([uses.length, problems.map(({ unread }) => unread)]).toEqual([0, ['too-large']])
  })

  test('what is no UTF-8 is told', async () => {
    const text = `${items.map(block).join('---\n')}\0`
    const { problems } = await piped(text)
    expect(problems).toMatchObject([{ unread: 'encoding' }])
  })
})
