import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { loadManifests, type LoadRequest, type World } from '../../../src/manifests/load.ts'
import { runProgram } from '../../../src/programs/run-program.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { podWith, requestFor, workspaceWith, writeFile, type Files } from '../workspace-files.ts'

const asked: string[] = []
let server: Server
let port = 0

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.end('{"type": "object"}')
  })
  await new Promise<void>(resolve => server.listen(0, '::', resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterAll(() => {
  server.close()
})

/** What we pass to Helm, and what we do not, is all that holds it: no namespaces, no limit on memory. */
const worldWithoutWalls: World = {
  ...worldWithTools,
  execute: execution => runProgram(execution, { PATH: '/nonexistent' })
}

const image = 'contoso.azurecr.io/app:1'
const canary = 'canary-of-another-file'

const chart = (name: string, files: Files): Files => ({
  'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  'values.yaml': 'tag: x\n',
  'templates/pod.yaml': podWith(image),
  ...files
})

const below = (directory: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]))

/** The workspace beside a file that no chart may reach. */
const placeWith = (files: Files): string =>
  workspaceWith({
    'outside/schema.json': `{"required": ["${canary}"]}`,
    ...below('ws/web', chart('web', files))
  })

const loadIn = (place: string, request: Partial<LoadRequest> = {}, world = worldWithoutWalls) =>
  loadManifests(requestFor(join(place, 'ws'), request), world)

const inPlace = (place: string, text: string): string =>
  text.replaceAll('PORT', String(port)).replaceAll('PLACE', place)

const schemas: readonly (readonly [string, string])[] = [
  ['of the loopback', '{"$ref": "http://127.0.0.1:PORT/x"}'],
  ['of the loopback by IPv6', '{"$ref": "http://[::1]:PORT/x"}'],
  ['in a property', '{"properties": {"tag": {"$ref": "http://127.0.0.1:PORT/x"}}}'],
  ['relative to an id', '{"$id": "http://127.0.0.1:PORT/a", "$ref": "b"}'],
  ['in another case of the scheme', '{"$ref": "HTTP://127.0.0.1:PORT/x"}'],
  ['with an escape', '{"\\u0024ref": "http://127.0.0.1:PORT/x"}'],
  ['twice', '{"$ref": "http://127.0.0.1:PORT/x", "$ref": "#"}'],
  [
    'by a dynamic reference',
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$dynamicRef": "http://127.0.0.1:PORT/x"}'
  ],
  [
    'by a recursive reference',
    '{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveRef": "http://127.0.0.1:PORT/x"}'
  ],
  ['as its own meta-schema', '{"$schema": "http://127.0.0.1:PORT/x"}'],
  ['of a file of the machine', '{"$ref": "file://PLACE/outside/schema.json"}'],
  ['of a file relative to the schema', '{"$ref": "..PLACE/outside/schema.json"}'],
  ['of a device', '{"$ref": "file:///dev/zero"}'],
  ['of our environment', '{"$ref": "file:///proc/self/environ"}']
]

describeWith('helm', 'a schema of values that names another one', () => {
  test.each(schemas)('%s has nothing read from there', async (_name, schema) => {
    const place = placeWith({})
    writeFile(place, 'ws/web/values.schema.json', inPlace(place, schema))
    asked.length = 0
    const manifests = await loadIn(place)
    expect(asked).toEqual([])
    expect(JSON.stringify(manifests)).not.toContain(canary)
    expect(manifests.uses.map(use => use.image.text)).toContain(image)
  })

  test('in a chart of a chart has nothing read from there', async () => {
    const sub = chart('sub', { 'values.schema.json': inPlace('', schemas[0]?.[1] ?? '') })
    const place = placeWith(below('charts/sub', sub))
    asked.length = 0
    await loadIn(place)
    expect(asked).toEqual([])
  })

  test('in an archive of a chart has nothing read from there', async () => {
    const sub = chart('sub', { 'values.schema.json': inPlace('', schemas[0]?.[1] ?? '') })
    const place = placeWith({ 'charts/.keep': '' })
    for (const [path, text] of Object.entries(sub)) writeFile(place, `sub/${path}`, text)
    execFileSync('tar', ['-czf', join(place, 'ws/web/charts/sub-1.0.0.tgz'), '-C', place, 'sub'])
    asked.length = 0
    const manifests = await loadIn(place)
    expect(asked).toEqual([])
    expect(manifests.uses.map(use => use.image.text)).toEqual([image, image])
  })

  test.each([
    [
      'refers to itself',
      '{"properties": {"tag": {"$ref": "#/definitions/t"}}, "definitions": {"t": {"type": "number"}}}'
    ],
    [
      'has an id',
      '{"$id": "http://127.0.0.1:PORT/a", "properties": {"tag": {"$ref": "#/definitions/t"}}, "definitions": {"t": {"type": "number"}}}'
    ],
    [
      'names a known draft',
      '{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"tag": {"type": "number"}}}'
    ]
  ])('but one that only %s still counts', async (_name, schema) => {
    const place = placeWith({ 'values.schema.json': inPlace('', schema) })
    asked.length = 0
    const manifests = await loadIn(place)
    expect(asked).toEqual([])
    expect(manifests.problems.map(({ remediation }) => remediation)).toContainEqual(
      expect.stringContaining('values.schema.json')
    )
  })

  test('is refused by a Helm that cannot pass over schemas', async () => {
    const place = placeWith({ 'values.schema.json': '{"$ref": "http://127.0.0.1:9/x"}' })
    const manifests = await loadIn(
      place,
      {},
      {
        ...worldWithoutWalls,
        execute: () =>
          Promise.resolve({
            kind: 'failure',
            stderr: 'Error: unknown flag: --skip-schema-validation\n'
          })
      }
    )
    expect(manifests.problems[0]?.remediation).toMatch(/Helm 3\.16 or later/)
  })
})

describeWith('helm', 'a template', () => {
  const podTagged = (tag: string): Files => ({
    'templates/pod.yaml': podWith(`contoso.azurecr.io/app:${tag}`)
  })

  test.each([
    ['finds no host by its name', '{{ getHostByName "localhost" | default "none" }}', 'none'],
    ['finds no object of a cluster', '{{ lookup "v1" "Namespace" "" "" | len }}', '0'],
    ['has no environment', '{{ .Values.HOME | default "none" }}', 'none']
  ])('%s', async (_name, tag, expected) => {
    const manifests = await loadIn(placeWith(podTagged(tag)))
    expect(manifests.problems).toEqual([])
    expect(manifests.uses.map(use => use.image.text)).toEqual([
      `contoso.azurecr.io/app:${expected}`
    ])
  })

  test.each([
    [
      'the time of the processor',
      '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
      /took more than 2 seconds of processor time/
    ],
    [
      'all memory',
      '{{ range untilStep 0 2000000000 1 }}x{{ end }}',
      /needed more than 480 MB of memory/
    ],
    [
      'memory for a text that doubles',
      '{{ $x := "xxxxxxxxxxxxxxxx" }}{{ range until 40 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}',
      /needed more than 480 MB of memory/
    ]
  ])(
    'that takes %s ends in our words, and not in those of a crash',
    async (_name, tag, words) => {
      const manifests = await loadIn(placeWith(podTagged(tag)), {}, worldWithTools)
      const [problem] = manifests.problems
      expect(problem?.message).toMatch(words)
      expect(problem?.message).not.toMatch(/goroutine|fatal error|runtime|SIG/)
    },
    60_000
  )
})

describeWith('helm', 'an option of Helm', () => {
  const script = '#!/bin/sh\ntouch PLACE/ran\ncat\n'
  const options: readonly (readonly [
    string,
    Partial<LoadRequest['helm']> & { readonly namespace?: string }
  ])[] = [
    ['the release', { releases: ['--post-renderer=PLACE/ws/evil.sh'] }],
    ['a value', { set: ['--post-renderer=PLACE/ws/evil.sh'] }],
    ['the namespace', { namespace: '--post-renderer=PLACE/ws/evil.sh' }],
    ['the name of a values file', { valuesFiles: ['--post-renderer=PLACE/ws/evil.sh'] }],
    ['a values file with a comma', { valuesFiles: ['a,http://127.0.0.1:PORT/x.yaml'] }]
  ]
  test.each(options)('is not reached by %s', async (_name, { namespace, ...helm }) => {
    const place = placeWith({})
    const given = (text: string): string => inPlace(place, text)
    writeFile(place, 'ws/evil.sh', given(script))
    for (const file of helm.valuesFiles ?? []) writeFile(place, join('ws', given(file)), 'tag: y\n')
    execFileSync('chmod', ['755', join(place, 'ws/evil.sh')])
    asked.length = 0
    await loadIn(place, {
      ...(namespace === undefined ? {} : { namespace: given(namespace) }),
      helm: {
        releases: (helm.releases ?? []).map(given),
        charts: {},
        set: (helm.set ?? []).map(given),
        valuesFiles: (helm.valuesFiles ?? []).map(given)
      }
    })
    expect(existsSync(join(place, 'ran'))).toBe(false)
    expect(asked).toEqual([])
  })
})

describeWith('helm', 'an archive among the charts of a chart', () => {
  const archived = async (make: (directory: string, archive: string) => void) => {
    const place = placeWith({ 'charts/.keep': '' })
    for (const [path, text] of Object.entries(chart('sub', {})))
      writeFile(place, `archive/sub/${path}`, text)
    make(join(place, 'archive'), join(place, 'ws/web/charts/sub-1.0.0.tgz'))
    return loadIn(place, {}, worldWithTools)
  }
  const pack = (directory: string, archive: string, ...options: readonly string[]): void => {
    execFileSync('tar', ['-czf', archive, '-C', directory, ...options, 'sub'])
  }

  test('with a link brings nothing of what the link leads to', async () => {
    const manifests = await archived((directory, archive) => {
      execFileSync('ln', ['-s', '/etc/passwd', join(directory, 'sub/templates/passwd.yaml')])
      pack(directory, archive)
    })
    expect(JSON.stringify(manifests)).not.toContain('root:')
  })

  test.each([
    ['with a path that leads out', '--transform=s,^sub/values.yaml,sub/../../values.yaml,'],
    ['with an absolute path', '--transform=s,^sub/values.yaml,/tmp/values.yaml,']
  ])('%s writes nothing there', async (_name, transform) => {
    const manifests = await archived((directory, archive) => {
      pack(directory, archive, '--absolute-names', transform)
    })
    expect(existsSync('/tmp/values.yaml')).toBe(false)
    expect(manifests.problems.length + manifests.uses.length).toBeGreaterThan(0)
  })

  test('that is a bomb is refused in our words or in those of Helm', async () => {
    const manifests = await archived((directory, archive) => {
      execFileSync('truncate', ['-s', '600M', join(directory, 'sub/templates/bomb.txt')])
      pack(directory, archive)
    })
    expect(manifests.problems.map(({ check }) => check)).toContain('render-failed')
    expect(JSON.stringify(manifests.problems)).not.toMatch(/goroutine|fatal error/)
  })
})
