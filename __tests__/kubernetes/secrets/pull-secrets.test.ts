import { describe, expect, test } from '@jest/globals'
import { readManifest } from '../../../src/kubernetes/read.ts'

const client = '00000000-0000-0000-0000-00000000abcd'
const tokenUser = '00000000-0000-0000-0000-000000000000'
const password = 'not-to-be-seen'
const base64 = (text: string) => Buffer.from(text).toString('base64')

const read = (text: string, variables: Readonly<Record<string, string>> = {}) =>
  readManifest(
    { file: 'secret.yaml', text },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables,
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  )

const secretText = (type: string | null, fields: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: registry}\n${type === null ? '' : `type: ${type}\n`}${fields}\n`

const dockerConfig = (config: unknown) =>
  secretText(
    'kubernetes.io/dockerconfigjson',
    `data: {.dockerconfigjson: ${base64(JSON.stringify(config))}}`
  )

const secretIn = (text: string, variables: Readonly<Record<string, string>> = {}) =>
  read(text, variables).secrets[0] ?? null

const auths = (entry: unknown) => ({ auths: { 'contoso.azurecr.io': entry } })

test.each([
  ['a config that a pipeline fills in', '.dockerconfigjson: "REPLACE_ME"', 'stringData'],
  [
    'a placeholder behind base64',
    `.dockerconfigjson: ${btoa('{"auths":{"contoso.azurecr.io":{"auth":"${AUTH}"}}}')}`,
    'data'
  ],
  [
    'a stand-in for the login',
    `.dockerconfigjson: '{"auths":{"contoso.azurecr.io":{"auth":"REPLACE_ME"}}}'`,
    'stringData'
  ],
  ['a config that is null', '.dockerconfigjson: "null"', 'stringData']
])('%s is not what the cluster gets', (_name, entry, field) => {
  const source = `apiVersion: v1\nkind: Secret\nmetadata: {name: acr}\ntype: kubernetes.io/dockerconfigjson\n${field}:\n  ${entry}\n`
  expect(secretIn(source)).toMatchObject({ hidden: true, problem: null, entries: [] })
})

describe('who a pull secret signs in as', () => {
  test.each<[name: string, entry: unknown, user: unknown, complete: boolean]>([
    [
      'user name and password',
      { username: 'contoso', password },
      { kind: 'name', name: 'contoso' },
      true
    ],
    [
      'a service principal',
      { username: client.toUpperCase(), password },
      { kind: 'service-principal', clientId: client },
      true
    ],
    [
      'a registry’s refresh token',
      { username: tokenUser, password },
      { kind: 'name', name: tokenUser },
      true
    ],
    ['auth', { auth: base64(`contoso:${password}`) }, { kind: 'name', name: 'contoso' }, true],
    [
      'auth without padding',
      { auth: base64(`conto:${password}`).replaceAll('=', '') },
      { kind: 'name', name: 'conto' },
      true
    ],
    [
      'auth with colons in the password',
      { auth: base64('contoso:a:b') },
      { kind: 'name', name: 'contoso' },
      true
    ],
    [
      'auth with letters beyond ASCII',
      { auth: base64(`müller:${password}`) },
      { kind: 'name', name: 'müller' },
      true
    ],
    [
      'auth wins over user name and password',
      { username: 'other', password: '', auth: base64(`contoso:${password}`) },
      { kind: 'name', name: 'contoso' },
      true
    ],
    [
      'keys in capitals',
      { Username: 'contoso', PASSWORD: password },
      { kind: 'name', name: 'contoso' },
      true
    ],
    [
      'the last of keys that differ in case',
      { username: 'a', USERNAME: 'contoso', password },
      { kind: 'name', name: 'contoso' },
      true
    ],
    ['an identity token', { identitytoken: password }, { kind: 'none' }, false],
    [
      'an identity token beside auth',
      { auth: base64(`${tokenUser}:`), identitytoken: password },
      { kind: 'name', name: tokenUser },
      false
    ],
    ['nothing', {}, { kind: 'none' }, false],
    ['null', null, { kind: 'none' }, false],
    ['no password', { username: 'contoso' }, { kind: 'name', name: 'contoso' }, false]
  ])('%s', (_name, entry, user, complete) => {
    const secret = secretIn(dockerConfig(auths(entry)))
    expect(secret?.entries).toEqual([{ key: 'contoso.azurecr.io', user, complete }])
    expect(secret?.problem).toBeNull()
  })

  test('with the whole Secret around it', () => {
    expect(secretIn(dockerConfig(auths({ username: 'contoso', password })))).toEqual({
      namespace: 'shop',
      name: 'registry',
      type: 'kubernetes.io/dockerconfigjson',
      hidden: false,
      madeBy: null,
      problem: null,
      entries: [
        { key: 'contoso.azurecr.io', user: { kind: 'name', name: 'contoso' }, complete: true }
      ],
      location: { file: 'secret.yaml', line: 3, column: 18, endLine: 3, endColumn: 26 }
    })
  })
})

describe('where a pull secret keeps its config', () => {
  const hosts = { 'contoso.azurecr.io': { username: 'contoso', password } }
  const json = JSON.stringify({ auths: hosts })
  test.each([
    [
      'in data',
      secretText('kubernetes.io/dockerconfigjson', `data: {.dockerconfigjson: ${base64(json)}}`)
    ],
    [
      'in data of several lines',
      secretText(
        'kubernetes.io/dockerconfigjson',
        `data:\n  .dockerconfigjson: |\n    ${base64(json).slice(0, 20)}\n    ${base64(json).slice(20)}`
      )
    ],
    [
      'in stringData',
      secretText('kubernetes.io/dockerconfigjson', `stringData:\n  .dockerconfigjson: '${json}'`)
    ],
    [
      'in stringData rather than in data',
      secretText(
        'kubernetes.io/dockerconfigjson',
        `data: {.dockerconfigjson: e30=}\nstringData:\n  .dockerconfigjson: '${json}'`
      )
    ],
    ['under auths in capitals', dockerConfig({ Auths: hosts })],
    [
      'in the older form',
      secretText('kubernetes.io/dockercfg', `data: {.dockercfg: ${base64(JSON.stringify(hosts))}}`)
    ],
    [
      'in a JSON manifest',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'registry' },
        type: 'kubernetes.io/dockerconfigjson',
        data: { '.dockerconfigjson': base64(json) }
      })
    ]
  ])('%s', (_name, text) => {
    expect(secretIn(text)?.entries.map(({ key }) => key)).toEqual(['contoso.azurecr.io'])
  })
})

describe('a Secret from which the kubelet gets nothing says why', () => {
  const json = 'kubernetes.io/dockerconfigjson'
  test.each<[name: string, text: string, problem: RegExp]>([
    ['no type', secretText(null, 'data: {}'), /its type is Opaque, and the kubelet reads only/],
    ['another type', secretText('kubernetes.io/basic-auth', 'data: {}'), /basic-auth/],
    [
      'another key',
      secretText(json, `data: {config.json: ${base64('{}')}}`),
      /it has no key \.dockerconfigjson/
    ],
    [
      'hosts without auths around them, as in the older form',
      secretText(
        json,
        `data: {.dockerconfigjson: ${base64('{"contoso.azurecr.io":{"username":"a","password":"b"}}')}}`
      ),
      /the hosts in its \.dockerconfigjson do not stand below 'auths'/
    ],
    [
      'the key of the other type',
      secretText('kubernetes.io/dockercfg', 'data: {.dockerconfigjson: e30=}'),
      /it has no key \.dockercfg/
    ],
    ['no base64', secretText(json, 'data: {.dockerconfigjson: "{}"}'), /'data' is not base64/],
    [
      'base64 cut off',
      secretText(json, 'data: {.dockerconfigjson: e30aa}'),
      /'data' is not base64/
    ],
    [
      'no JSON',
      secretText(json, `stringData: {.dockerconfigjson: "${password}"}`),
      /it is no JSON/
    ],
    [
      'a JSON list',
      secretText(json, 'stringData: {.dockerconfigjson: "[]"}'),
      /it is no JSON object/
    ],
    ['auths that is a list', dockerConfig({ auths: [] }), /'auths' is no object/],
    [
      'an entry that is text',
      dockerConfig(auths('x')),
      /the entry 'contoso\.azurecr\.io' is no object/
    ],
    [
      'a user name that is a number',
      dockerConfig(auths({ username: 1 })),
      /'username' of 'contoso\.azurecr\.io' is not text/
    ],
    [
      'auth that is no base64',
      dockerConfig(auths({ auth: '%' })),
      /'auth' of 'contoso\.azurecr\.io' is not base64/
    ],
    ['auth without a colon', dockerConfig(auths({ auth: base64('contoso') })), /USER:PASSWORD/]
  ])('%s', (_name, text, problem) => {
    expect(secretIn(text)).toMatchObject({
      problem: { text: expect.stringMatching(problem) },
      entries: []
    })
  })

  test.each([
    ['a Secret of another type is passed over', 'type: Opaque\n', false],
    ['a Secret without the key is passed over', 'type: kubernetes.io/dockerconfigjson\n', false],
    [
      'a config that is no JSON never passes the API server, and ends nothing',
      'type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: "{"}\n',
      false
    ],
    [
      'a config that is a list does not either',
      'type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: "[]"}\n',
      false
    ],
    [
      'a wrong entry, at which the API server does not look, ends the pull',
      `type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '{"auths":{"contoso.azurecr.io":{"auth":"bm9jb2xvbg=="}}}'}\n`,
      true
    ]
  ])('%s', (_name, text, endsPull) => {
    const source = `apiVersion: v1\nkind: Secret\nmetadata: {name: acr}\n${text}`
    expect(secretIn(source)?.problem?.endsPull).toBe(endsPull)
  })
})

describe('a Secret whose content is not in the file counts as unseen', () => {
  const json = 'kubernetes.io/dockerconfigjson'
  test.each([
    [
      'a placeholder for all of it',
      secretText(json, 'stringData: {.dockerconfigjson: "${DOCKER_CONFIG}"}')
    ],
    ['a placeholder in base64', secretText(json, 'data: {.dockerconfigjson: "#{config}#"}')],
    [
      'a placeholder for the host',
      secretText(json, `stringData: {.dockerconfigjson: '{"auths":{"\${ACR}.azurecr.io":{}}}'}`)
    ],
    ['SOPS', secretText(json, 'data: {.dockerconfigjson: "ENC[AES256_GCM,data:x]"}\nsops: {}')],
    ['SOPS that took out the key', secretText(json, 'sops: {}')],
    ['a stub that a controller fills', secretText(json, 'data: {.dockerconfigjson: e30=}')]
  ])('%s', (_name, text) => {
    expect(read(text).secrets).toMatchObject([{ hidden: true, problem: null, entries: [] }])
  })

  test('unless the variables say what the host is', () => {
    const text = secretText(
      json,
      `stringData: {.dockerconfigjson: '{"auths":{"\${ACR}.azurecr.io":{"username":"a","password":"b"}}}'}`
    )
    expect(secretIn(text, { ACR: 'contoso' })?.entries[0]?.key).toBe('contoso.azurecr.io')
  })
})

describe('no password leaves the reader', () => {
  test.each([
    [
      'from a good config',
      dockerConfig(
        auths({
          username: 'contoso',
          password,
          auth: base64(`contoso:${password}`),
          identitytoken: password
        })
      )
    ],
    [
      'from broken JSON',
      secretText(
        'kubernetes.io/dockerconfigjson',
        `stringData: {.dockerconfigjson: '{"auths":{"contoso.azurecr.io":{"password":"${password}"'}`
      )
    ],
    ['from an entry of a wrong shape', dockerConfig(auths([password]))],
    [
      'from an Opaque Secret that names a registry',
      secretText(null, `stringData: {a: "contoso.azurecr.io/${password}"}`)
    ]
  ])('%s', (_name, text) => {
    const shown = JSON.stringify(read(text))
    expect(shown).not.toContain(password)
    expect(shown).not.toContain(base64(`contoso:${password}`))
  })
})
