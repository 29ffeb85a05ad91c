import type { Expectation, Files, HostileCase, Scene } from './hostile-case.ts'
import { goodImage, pod } from './manifests.ts'

/** A kustomization in `deploy/overlay` over one good pod. */
export const overlay = (kustomization: string, files: Files = {}): Files => ({
  'deploy/overlay/kustomization.yaml': kustomization,
  'deploy/overlay/pod.yaml': pod(goodImage, 'overlay'),
  ...files
})

/** Puts what a generator read into the tag of the pod's image, so that it would be seen in a report. */
export const leaking = (generator: string, key: string): string => `resources: [pod.yaml]
configMapGenerator:
- name: taken
  ${generator}
replacements:
- source: {kind: ConfigMap, name: taken, fieldPath: data.[${key}]}
  targets:
  - select: {kind: Pod}
    fieldPaths: [spec.containers.0.image]
    options: {delimiter: ":", index: 1}
`

/** The same with further files of the overlay's own folder. */
export const overlayWith = (kustomization: string, files: Files = {}): Files =>
  overlay(
    kustomization,
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`deploy/overlay/${path}`, text])
    )
  )

/** Where nothing else is said, what the kustomization would have brought is not known. */
export type KustomizeRow = readonly [
  title: string,
  files: (scene: Scene) => Files,
  expect?: Expectation
]

export const kustomizeCase = ([title, files, expect]: KustomizeRow): HostileCase => ({
  title: `a kustomization with ${title}`,
  needs: 'kustomize',
  attack: scene => ({
    files: files(scene),
    expect: expect ?? { code: 0, conclusion: 'inconclusive' }
  })
})
