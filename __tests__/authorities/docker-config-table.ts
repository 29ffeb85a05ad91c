/** An entry of a docker config as JSON, and the login that the kubelet reads; null: it refuses the whole config. */
type EntryRow = readonly [entry: string, login: readonly [user: string, password: string] | null]

/** kubernetes pkg/credentialprovider/config_test.go, TestDockerConfigEntryJSONDecode and TestDecodeDockerConfigFieldAuth. */
export const entries: readonly EntryRow[] = [
  ['{"username": "foo", "password": "bar", "email": "foo@example.com"}', ['foo', 'bar']],
  ['{"auth": "Zm9vOmJhcg==", "email": "foo@example.com"}', ['foo', 'bar']],
  ['{"username": "foo", "password": "bar", "auth": "cGluZzpwb25n"}', ['ping', 'pong']],
  ['{"auth": "pants", "email": "foo@example.com"}', null],
  ['{"email": false}', null],
  ['{"auth": "Zm9vOmJhcg"}', ['foo', 'bar']],
  ['{"auth": "Zm9vOm\\nJhcg==\\n"}', ['foo', 'bar']],
  ['{"auth": "cGFudHM="}', null],
  ['{"auth": "Zm9vOmJhcg== "}', null],
  ['{"auth": "Zm9vOmJhcgo="}', ['foo', 'bar\n']]
]

/**
 * Whole configs: whether the API server takes it in `data` (kubernetes pkg/apis/core/validation, ValidateSecret), and whether
 * the kubelet can then read it (config.go, DockerConfigJSON).
 */
type ConfigRow = readonly [
  name: string,
  base64: string,
  taken: 'by both' | 'by the API server alone' | 'by neither'
]

const encoded = (text: string): string => Buffer.from(text).toString('base64')
const auths = '"auths": {"contoso.azurecr.io": {"username": "a", "password": "b"}}'

export const configs: readonly ConfigRow[] = [
  ['a config', encoded(`{${auths}}`), 'by both'],
  ['keys in capitals', encoded('{"AUTHS": {"contoso.azurecr.io": {"Username": "a"}}}'), 'by both'],
  ['headers', encoded(`{${auths}, "HttpHeaders": {"X": "y"}}`), 'by both'],
  ['headers that are null', encoded(`{${auths}, "HttpHeaders": null}`), 'by both'],
  ['headers of numbers', encoded(`{${auths}, "HttpHeaders": {"X": 1}}`), 'by the API server alone'],
  ['headers as a list', encoded(`{${auths}, "httpheaders": []}`), 'by the API server alone'],
  [
    'an email that is a number',
    encoded('{"auths": {"a.b": {"email": 1}}}'),
    'by the API server alone'
  ],
  ['auths that is a list', encoded('{"auths": []}'), 'by the API server alone'],
  [
    'other keys of any type',
    encoded(`{${auths}, "credsStore": 1, "currentContext": []}`),
    'by both'
  ],
  ['a byte order mark', encoded(`\uFEFF{${auths}}`), 'by neither'],
  ['base64 without padding', encoded(`{${auths}} `).replace(/=+$/, ''), 'by neither'],
  ['JSON cut off', encoded(`{${auths}`), 'by neither'],
  ['a list', encoded('[]'), 'by neither'],
  ['nothing', '', 'by neither']
]
