import { afterAll } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ImageUse } from '../../src/kubernetes/images/image-use.ts'
import type { ManifestProblem, Manifests } from '../../src/kubernetes/manifests.ts'
import { loadManifests, type LoadRequest, type World } from '../../src/manifests/load.ts'
import { worldWithTools } from './binaries.ts'

/** Contents by path, relative to the workspace. */
export type Files = Readonly<Record<string, string>>

const created: string[] = []

afterAll(() => {
  for (const directory of created) rmSync(directory, { recursive: true, force: true })
})

/** A temporary directory with these files, without symbolic links in its own path. */
export const workspaceWith = (files: Files): string => {
  const workspace = mkdtempSync(join(realpathSync(tmpdir()), 'manifests-test-'))
  created.push(workspace)
  for (const [path, text] of Object.entries(files)) writeFile(workspace, path, text)
  return workspace
}

export const writeFile = (workspace: string, path: string, text: string | Uint8Array): void => {
  const target = join(workspace, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

export const requestFor = (workspace: string, request: Partial<LoadRequest> = {}): LoadRequest => ({
  paths: ['.'],
  workspace,
  namespace: 'default',
  variables: {},
  registrySuffixes: ['azurecr.io'],
  setImages: [],
  imagePullSecrets: [],
  defaultAccount: 'empty',
  render: true,
  remoteBases: false,
  kubernetesMinors: ['1.36', '1.35', '1.34'],
  ...request,
  helm: { valuesFiles: [], set: [], releases: [], charts: {}, ...request.helm }
})

export const load = (
  files: Files,
  request: Partial<LoadRequest> = {},
  world: World = worldWithTools
): Promise<Manifests> => loadManifests(requestFor(workspaceWith(files), request), world)

/** `file:line image`, with the confidence of its place where it was rendered. */
export const placeOf = ({ image, location, origin }: ImageUse): string =>
  [`${location.file}:${location.line}`, image.text, origin?.confidence].filter(Boolean).join(' ')

export const placesOf = ({ uses }: Manifests): readonly string[] => uses.map(placeOf)

export const problemLine = ({ check, severity, location }: ManifestProblem): string =>
  `${location.file}:${location.line} ${severity} ${check}`

/** A Pod with one container for each image. */
export const podWith = (...images: readonly string[]): string => {
  const containers = images.map((image, index) => `  - name: c${index}\n    image: ${image}\n`)
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n${containers.join('')}`
}
