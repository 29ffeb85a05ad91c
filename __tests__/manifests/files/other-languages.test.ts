import { expect, test } from '@jest/globals'
import { worldWithoutTools } from '../binaries.ts'
import { load, podWith, type Files } from '../workspace-files.ts'

const host = 'contoso.azurecr.io'

test.each<[string, Files, readonly (string | RegExp)[]]>([
  [
    'one of each, in one sentence',
    {
      'a.jsonnet': `{image: "${host}/a:1"}`,
      'b.cue': `image: "${host}/b:1"`,
      'infra/c.tf': `image = "${host}/c:1"`,
      'infra/d.bicep': `param image string = '${host}/d:1'`
    },
    [
      /^4 files of Jsonnet, CUE, Terraform, Bicep name a registry and were not read: a\.jsonnet, b\.cue, infra\/c\.tf/
    ]
  ],
  [
    'one alone',
    { 'infra/c.tf': `image = "${host}/c:1"` },
    [/^1 file of Terraform names a registry and was not read: infra\/c\.tf$/]
  ],
  ['none that names no registry', { 'infra/c.tf': 'image = "nginx"' }, []],
  ['no other text', { 'README.md': host }, []]
])('files in other languages: %s', async (_name, files, expected) => {
  const { problems, uses } = await load(
    { ...files, 'pod.yaml': podWith(`${host}/app:1`) },
    {},
    worldWithoutTools
  )
  expect(problems.map(({ message }) => message)).toEqual(
    expected.map(each => expect.stringMatching(each))
  )
  expect(problems.every(({ unread, severity }) => unread === null && severity === 'note')).toBe(
    true
  )
  expect(uses).toHaveLength(1)
})
