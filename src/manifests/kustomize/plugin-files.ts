import { resolve } from 'node:path'
import { isWithin } from '../../files/paths.ts'
import type { Workspace } from '../../files/workspace.ts'
import { parseDocuments, walkScalars } from '../../kubernetes/read.ts'
import { readSource } from '../files/read-file.ts'
import { limits } from '../limits.ts'
import type { Kustomization } from './kustomization.ts'

/**
 * Files that the configurations of a kustomization's generators, transformers and validators may name: every text in them
 * that is the path of a file. kustomize takes these from the directory of the kustomization, and reads none outside of it.
 */
export const filesOfPlugins = (
  workspace: Workspace,
  { hasPlugins, inputs, directory }: Kustomization
): readonly string[] => {
  if (!hasPlugins) return []
  const configurations = inputs.flatMap(({ text, path }) => {
    const source = path === null ? null : readSource(workspace, path)
    return source?.text ?? (text.includes('\n') ? [text] : [])
  })
  const paths = configurations
    .flatMap(textsIn)
    .slice(0, limits.pluginFiles)
    .map(text => resolve(directory, text.replace(/^[^=]*=/, '')))
  return [...new Set(paths)].filter(path => isWithin(directory, path) && workspace.isFile(path))
}

const textsIn = (text: string): readonly string[] =>
  parseDocuments({ file: '', text }).documents.flatMap(({ root }) =>
    [...walkScalars(root)].map(({ scalar }) => scalar.text)
  )
