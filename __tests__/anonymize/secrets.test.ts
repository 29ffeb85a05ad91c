import { describe, expect, test } from '@jest/globals'
import { anonymous } from '../../src/anonymize/anonymous.ts'
import type { Secret } from '../../src/kubernetes/manifests.ts'
import { readManifest } from '../../src/kubernetes/read.ts'
import { factsWith } from '../access/facts-builder.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const password = 'hunter2-S3cret'
const login = { username: 'tokenuser', password }
const auth = base64(`tokenuser:${password}`)
const config = (entry: unknown): string =>
  JSON.stringify({ auths: { 'contoso.azurecr.io': entry } })

const secret = (lines: string, type = 'kubernetes.io/dockerconfigjson'): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: pull\ntype: ${type}\n${lines}\n`

const without = (text: string, file = 'secret.yaml') => {
  const copy = anonymous({ facts: factsWith(), files: [{ file, text }], others: [] })
  const [written] = copy.files
  if (written === undefined) throw new Error('nothing was written')
  return { ...copy, written }
}

const options = {
  namespace: 'default',
  namespaceOverrides: false,
  variables: {},
  substitution: null,
  registrySuffixes: ['azurecr.io']
}

/** All that decides about a pull, but names. */
const traits = ({ type, hidden, problem, entries }: Secret, textOf: (text: string) => string) => ({
  type,
  hidden,
  endsPull: problem?.endsPull ?? null,
  entries: entries.map(({ key, user, complete }) => ({
    key: textOf(key),
    user: user.kind === 'name' ? textOf(user.name) : user.kind,
    complete
  }))
})

describe('a Secret is as good for pulls as before, and holds nothing secret', () => {
  test.each([
    ['user and password', secret(`data:\n  .dockerconfigjson: ${base64(config(login))}`)],
    ['auth', secret(`data:\n  .dockerconfigjson: ${base64(config({ auth }))}`)],
    [
      'a user without password',
      secret(`data:\n  .dockerconfigjson: ${base64(config({ username: 'tokenuser' }))}`)
    ],
    [
      'a block',
      secret(
        `data:\n  .dockerconfigjson: |\n    ${base64(config(login)).slice(0, 40)}\n    ${base64(config(login)).slice(40)}`
      )
    ],
    ['text in single quotes', secret(`stringData:\n  .dockerconfigjson: '${config(login)}'`)],
    [
      'text in double quotes',
      secret(`stringData:\n  .dockerconfigjson: ${JSON.stringify(config(login))}`)
    ],
    ['text in a block', secret(`stringData:\n  .dockerconfigjson: |-\n    ${config(login)}`)],
    [
      'flow style',
      secret(`data: {.dockerconfigjson: ${base64(config(login))}, other: ${base64(password)}}`)
    ],
    [
      'an anchor',
      secret(`data: &all\n  .dockerconfigjson: &config ${base64(config(login))}\n  again: *config`)
    ],
    [
      'the old form',
      secret(
        `data:\n  .dockercfg: ${base64(JSON.stringify({ 'contoso.azurecr.io': login }))}`,
        'kubernetes.io/dockercfg'
      )
    ],
    ['no base64', secret(`data:\n  .dockerconfigjson: "{${password}"`)],
    ['no JSON', secret(`data:\n  .dockerconfigjson: ${base64(password)}`)],
    [
      'an entry that the kubelet cannot read',
      secret(`data:\n  .dockerconfigjson: ${base64(config({ auth: password }))}`)
    ],
    [
      'what SOPS encrypted',
      `${secret(`data:\n  .dockerconfigjson: ENC[AES256_GCM,data:${auth}]`)}sops:\n  mac: ENC[x]\n`
    ],
    ['what a pipeline fills in', secret(`data:\n  .dockerconfigjson: \${DOCKER_CONFIG}`)],
    ['what a person fills in', secret('stringData:\n  .dockerconfigjson: REPLACE_ME')],
    [
      'a client id',
      secret(
        `data:\n  .dockerconfigjson: ${base64(config({ username: '11111111-2222-4333-8444-555555555555', password }))}`
      )
    ],
    [
      'another type',
      secret('data:\n  user: dG9rZW51c2Vy\nstringData:\n  pin: "12345"\n  word: secret', 'Opaque')
    ],
    [
      'JSON',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'pull' },
        type: 'kubernetes.io/dockerconfigjson',
        data: { '.dockerconfigjson': base64(config(login)) }
      })
    ],
    [
      'a List',
      `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    metadata: {name: pull}\n    type: kubernetes.io/dockerconfigjson\n    data:\n      .dockerconfigjson: ${base64(config(login))}\n`
    ]
  ])('%s', (_, text) => {
    const { written, textOf } = without(text)
    const before = readManifest({ file: 'secret.yaml', text }, options)
    const after = readManifest(written, options)
    expect(after.problems).toEqual([])
    expect(after.secrets).toHaveLength(1)
    expect(after.secrets.map(each => traits(each, same => same))).toEqual(
      before.secrets.map(each => traits(each, textOf))
    )
    const decoded = written.text.replace(
      /[A-Za-z0-9+/]{8,}={0,2}/g,
      found =>
        `${found} ${atob(found.replace(/=+$/, '').slice(0, Math.floor(found.replace(/=+$/, '').length / 4) * 4))}`
    )
    for (const hidden of [password, auth, base64(password), '12345', 'tokenuser', 'contoso'])
      expect(decoded).not.toContain(hidden)
  })
})

test('literals of a secret generator lose their values and keep their keys', () => {
  const { written } = without(
    'secretGenerator:\n  - name: db\n    literals:\n      - password=12345\n      - "user=secret"\n',
    'kustomization.yaml'
  )
  expect(written.text).toBe(
    'secretGenerator:\n  - name: word007x\n    literals:\n      - \'password=removed\'\n      - "user=removed"\n'
  )
})

test('the same originals give the same copy', () => {
  const text = secret(`data:\n  .dockerconfigjson: ${base64(config(login))}`)
  expect(without(text).written).toEqual(without(text).written)
})
