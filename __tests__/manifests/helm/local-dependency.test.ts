import { expect, test } from '@jest/globals'
import { describeWith } from '../binaries.ts'
import { load, placesOf, problemLine, type Files } from '../workspace-files.ts'

const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: {{ .Chart.Name }}}\nspec:\n  containers:\n  - name: web\n    image: ${image}\n`

const chart = (path: string, name: string, image: string, dependency = ''): Files => ({
  [`${path}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n${dependency === '' ? '' : `dependencies:\n- ${dependency}\n`}`,
  [`${path}/values.yaml`]: `image: ${image}\n`,
  [`${path}/templates/pod.yaml`]: pod('{{ .Values.image }}')
})

const on = (name: string, path: string, more = ''): string =>
  `{name: ${name}, version: 0.1.0, repository: "file://${path}"${more}}`

describeWith('helm', 'a chart that depends on one elsewhere in the tree', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'renders with it, each image at its own values',
      {
        ...chart('app', 'app', 'x.azurecr.io/app:1', on('common', '../common')),
        ...chart('common', 'common', 'x.azurecr.io/common:1')
      },
      [
        'app/values.yaml:1 x.azurecr.io/app:1 exact',
        'common/values.yaml:1 x.azurecr.io/common:1 exact'
      ]
    ],
    [
      'takes the values that it sets for it',
      {
        ...chart('app', 'app', 'x.azurecr.io/app:1', on('common', '../common', ', alias: other')),
        'app/values.yaml': 'image: x.azurecr.io/app:1\nother: {image: "x.azurecr.io/set:1"}\n',
        ...chart('common', 'common', 'x.azurecr.io/common:1')
      },
      [
        'app/values.yaml:1 x.azurecr.io/app:1 exact',
        'app/values.yaml:2 x.azurecr.io/set:1 exact',
        'common/values.yaml:1 x.azurecr.io/common:1 exact'
      ]
    ],
    [
      'renders with what that depends on in turn',
      {
        ...chart('app', 'app', 'x.azurecr.io/app:1', on('mid', '../mid')),
        ...chart('mid', 'mid', 'x.azurecr.io/mid:1', on('low', '../low')),
        ...chart('low', 'low', 'x.azurecr.io/low:1')
      },
      [
        'app/Chart.yaml:1 x.azurecr.io/low:1 exact',
        'app/values.yaml:1 x.azurecr.io/app:1 exact',
        'low/values.yaml:1 x.azurecr.io/low:1 exact',
        'mid/values.yaml:1 x.azurecr.io/mid:1 exact'
      ]
    ]
  ])('%s', async (_name, files, expected) => {
    const manifests = await load(files)
    expect(manifests.problems.map(problemLine)).toEqual([])
    const places = placesOf(manifests).map(place =>
      place.replace(/ (?:exact|likely|file)$/, ' exact')
    )
    expect([...new Set(places)].sort()).toEqual(expected)
  })

  test.each([
    ['outside of the workspace', '../../common'],
    ['around itself', '..'],
    ['that is not there', '../missing']
  ])('is not rendered with one %s', async (_name, path) => {
    const manifests = await load(chart('app', 'app', 'x.azurecr.io/app:1', on('common', path)))
    expect(manifests.problems.map(({ check, unread }) => [check, unread])).toEqual([
      ['render-failed', 'not-rendered']
    ])
  })

  test('ends where charts depend on each other', async () => {
    const manifests = await load({
      ...chart('a', 'a', 'x.azurecr.io/a:1', on('b', '../b')),
      ...chart('b', 'b', 'x.azurecr.io/b:1', on('a', '../a'))
    })
    const images = manifests.uses.map(({ image }) => image.text)
    expect(new Set(images)).toEqual(new Set(['x.azurecr.io/a:1', 'x.azurecr.io/b:1']))
  })
})
