import { expect, test } from '@jest/globals'
import { checks } from '../../../src/checks/index.ts'
import { readFacts } from '../../../src/facts/facts-file.ts'
import { judge } from '../../../src/judgement/findings.ts'
import { judgePulls } from '../../../src/pulls/judged-pulls.ts'
import { worldNamed } from '../../worlds/worlds.ts'
import { describeWith, worldWithoutTools, worldWithTools } from '../binaries.ts'
import { load, podWith, type Files } from '../workspace-files.ts'
import type { LoadRequest, World } from '../../../src/manifests/load.ts'

const limits = { pod: 'error', container: 'error', field: 'warning', mention: 'note' } as const

const findings = async (files: Files, request: Partial<LoadRequest>, world: World) => {
  const facts = readFacts(JSON.stringify(worldNamed('contoso-one-pool')))
  const found = judge(checks, judgePulls(await load(files, request, world), facts), limits)
  return found.map(({ check, severity, message, remediation, locations }) => ({
    check,
    severity,
    message,
    cure: remediation.map(({ description }) => description).join(' '),
    files: locations.map(({ file }) => file)
  }))
}

const renamed = 'images: [{name: contoso.azurecr.io/app, newName: contoso.azurecr.io/other}]\n'

const overlay: Files = {
  'base/kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
  'base/a.yaml': podWith('contoso.azurecr.io/app:1'),
  'base/b.yaml': podWith('contoso.azurecr.io/app:2').replace('name: web', 'name: b'),
  'prod/kustomization.yaml': `resources: [../base]\n${renamed}`
}

describeWith('kustomize', 'a kustomization that fails to build', () => {
  test('is one finding, with the images that it hides', async () => {
    const failing = {
      ...overlay,
      'prod/kustomization.yaml': `resources: [../base]\npatches: [{path: patch.yaml}]\n${renamed}`,
      'prod/patch.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: nobody}\n'
    }
    expect(await findings(failing, {}, worldWithTools)).toEqual([
      {
        check: 'kustomization-not-built',
        severity: 'unknown',
        message: expect.stringMatching(
          /^kustomize could not build prod, .*no matches for Id.*; what it deploys of contoso\.azurecr\.io\/app:1.*app:2.* is not known$/
        ),
        cure: 'Correct it until kustomize builds it; the command repeats the fault.',
        files: ['prod/kustomization.yaml', 'base/a.yaml', 'base/b.yaml']
      }
    ])
  })
})

describeWith('kustomize', 'kustomizations that fail alike', () => {
  test('are one finding', async () => {
    const files = {
      'a/kustomization.yaml': 'resources: [x.yaml]\n',
      'b/kustomization.yaml': 'resources: [x.yaml]\n'
    }
    expect(
      await findings(
        { ...files, 'pod.yaml': podWith('contoso.azurecr.io/app:1') },
        {},
        worldWithTools
      )
    ).toMatchObject([
      {
        check: 'render-failed',
        message:
          '2 kustomizations could not be built, so their images are not judged: open x.yaml: no such file or directory',
        files: ['a/kustomization.yaml', 'b/kustomization.yaml']
      }
    ])
  })
})

describeWith('helm', 'charts that fail to render alike', () => {
  test('are one finding', async () => {
    const chart = (name: string): Files => ({
      [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 0.1.0\ndependencies:\n- {name: redis, version: 1.x, repository: "oci://contoso.azurecr.io/helm"}\n`,
      [`${name}/templates/a.yaml`]: 'image: contosonone.azurecr.io/app:{{ .Values.tag }}\n'
    })
    expect(await findings({ ...chart('a'), ...chart('b') }, {}, worldWithTools)).toMatchObject([
      {
        check: 'render-failed',
        message: expect.stringMatching(/^2 charts could not be rendered, because what they depend/),
        files: ['a/Chart.yaml', 'b/Chart.yaml']
      }
    ])
  })

  test.each<[string, string, string]>([
    ['a value is demanded', '{{ required "give image.tag" .Values.tag }}', '(give image.tag)'],
    ['a value is missing', '{{ .Values.image.tag }}', 'nil pointer evaluating'],
    ['what is rendered is no YAML', '{{ "a: b: c" }}', 'mapping values']
  ])('are one finding where %s, with the images that they hide in another', async (...row) => {
    const [, template, fault] = row
    const chart = (name: string, before: string): Files => ({
      [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`,
      [`${name}/values.yaml`]: `image: contoso.azurecr.io/${name}:1\n`.replace(
        'image',
        template.includes('image.tag }}') ? 'sidecarImage' : 'image'
      ),
      [`${name}/templates/a.yaml`]: `${before}tag: ${template}\n`
    })
    const files = { ...chart('a', ''), ...chart('b', '# a\n# b\n'), ...chart('c', '# a\n') }
    const found = await findings(files, {}, worldWithTools)
    expect(found.map(({ check }) => check)).toEqual(['render-failed', 'chart-not-rendered'])
    expect(found[0]?.message).toMatch(
      /^3 charts could not be rendered, because a template of theirs fails \(/
    )
    expect(found[0]?.message).toContain(fault)
    expect(found[1]).toMatchObject({
      message: expect.stringMatching(
        /^3 charts \(a, b, c\), which were not rendered, .* of 3 images/
      ),
      cure: expect.stringMatching(/^Mend what keeps Helm from rendering/),
      files: ['a/values.yaml', 'b/values.yaml', 'c/values.yaml']
    })
  })

  test('still tell the registries that their templates name', async () => {
    const { uses } = await load({
      'a/Chart.yaml':
        'apiVersion: v2\nname: a\nversion: 0.1.0\ndependencies:\n- {name: redis, version: 1.x, repository: "oci://contoso.azurecr.io/helm"}\n',
      'a/templates/a.yaml': 'image: contosonone.azurecr.io/app:{{ .Values.tag }}\n'
    })
    expect(uses).toMatchObject([{ class: 'mention', location: { file: 'a/templates/a.yaml' } }])
  })
})

test.each<[string, Partial<LoadRequest>, World, RegExp]>([
  ['rendering is off', { render: false }, worldWithTools, /^Leave out `--no-render`/],
  ['Helm is not there', {}, worldWithoutTools, /^Install Helm/]
])('where %s, images of charts are one finding with the fitting cure', async (...row) => {
  const [, request, world, cure] = row
  const chart = (name: string): Files => ({
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`,
    [`${name}/values.yaml`]: `image: contoso.azurecr.io/${name}:1\n`
  })
  const found = await findings({ ...chart('a'), ...chart('b') }, request, world)
  expect(found.filter(({ check }) => check === 'chart-not-rendered')).toMatchObject([
    { message: expect.stringMatching(/^2 charts \(a, b\)/), cure: expect.stringMatching(cure) }
  ])
})

test.each<[string, Partial<LoadRequest>, World, RegExp]>([
  ['rendering is off', { render: false }, worldWithTools, /^Leave out `--no-render`/],
  ['no program is there', {}, worldWithoutTools, /^Install kustomize/]
])('where %s, what is not built is one finding with the fitting cure', async (...row) => {
  const [, request, world, cure] = row
  const found = await findings(overlay, request, world)
  expect(found).toMatchObject([
    { check: 'kustomization-not-built', cure: expect.stringMatching(cure) }
  ])
})

describeWith('kustomize', 'what comes from the network', () => {
  test.each([
    ['https://raw.githubusercontent.com/x/y/v1/config/crd/bases/a.example.com_b.yaml', 'note'],
    ['https://github.com/x/y/releases/download/v1/crds.yaml', 'note'],
    ['https://github.com/x/y/releases/download/v1/operator-crds.yaml', 'note'],
    ['https://github.com/x/y//config/crd?ref=v1', 'note'],
    ['https://github.com/x/crd-operator//deploy?ref=v1', 'unknown'],
    ['https://github.com/x/crds//deploy?ref=v1', 'unknown'],
    ['https://github.com/x/y/releases/download/v1/crd-controller.yaml', 'unknown'],
    ['https://github.com/x/y/releases/download/v1/install.yaml', 'unknown']
  ])('%s is told as %s', async (url, severity) => {
    const files = {
      'kustomization.yaml': `resources: [pod.yaml, "${url}"]\n`,
      'pod.yaml': podWith('contoso.azurecr.io/app:1')
    }
    const { problems } = await load(files)
    expect(problems.map(problem => [problem.severity, problem.unread])).toEqual([
      [severity, severity === 'note' ? null : 'not-rendered']
    ])
  })
})
