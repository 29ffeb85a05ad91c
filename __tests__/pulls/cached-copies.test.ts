import { expect, test } from '@jest/globals'
import { readFacts } from '../../src/facts/facts-file.ts'
import type { Cluster } from '../../src/facts/facts.ts'
import { readManifest } from '../../src/kubernetes/read.ts'
import { copiesText } from '../../src/pulls/cached-copies.ts'
import { contextOf } from '../checks/fixtures.ts'
import { worldNamed } from '../worlds/worlds.ts'

const clusterOf = (version: string | null): Cluster => {
  const [answer] = readFacts(JSON.stringify(worldNamed('contoso-one-pool'))).clusters
  if (answer?.answer.known !== true) throw new Error('no cluster')
  const cluster = answer.answer.value
  const pools = cluster.nodePools.map(pool => ({ ...pool, kubernetesVersion: version }))
  return { ...cluster, nodePools: pools }
}

const usesOf = (image: string, policy = '') =>
  readManifest(
    {
      file: 'pod.yaml',
      text: `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: web, image: "${image}"${policy}}\n`
    },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables: {},
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  ).uses

// KEP-2535; Kubernetes docs, "Images": what the policy is where none is written.
test.each([
  ['from 1.35 on the kubelet verifies cached images', '1.35.1', 'x.azurecr.io/web:1', '', true],
  ['1.34 does not', '1.34.4', 'x.azurecr.io/web:1', '', false],
  ['an unknown version is not said to', null, 'x.azurecr.io/web:1', '', false],
  ['a digest may rest on a copy', '1.35.1', `x.azurecr.io/web@sha256:${'a'.repeat(64)}`, '', true],
  ['latest is pulled anyway', '1.35.1', 'x.azurecr.io/web:latest', '', false],
  ['no tag is latest', '1.35.1', 'x.azurecr.io/web', '', false],
  ['Always pulls anyway', '1.35.1', 'x.azurecr.io/web:1', ', imagePullPolicy: Always', false],
  ['Never rests on the copy', '1.35.1', 'x.azurecr.io/web', ', imagePullPolicy: Never', true]
] as const)('%s', (_name, version, image, policy, says) => {
  const text = copiesText(clusterOf(version), usesOf(image, policy))
  expect(text === null).toBe(!says)
  if (says) expect(text).toContain('on node pool ')
})

test('a missing grant says so in its evidence, and in no finding of its own', async () => {
  const [verdict] = (await contextOf('no-pull-grant', 'finds-no-assignment')).verdicts
  const sentences = verdict?.evidence.map(({ sentence }) => sentence) ?? []
  expect(sentences.filter(sentence => sentence.startsWith('A copy that a node'))).toHaveLength(1)
})
