import { readManifest, type FileContent, type ReadOptions } from '../kubernetes/read.ts'
import { distinct, distinctContent } from './files/content.ts'
import type { SettingsAt } from './gitops/deployments.ts'
import type { Setting } from './gitops/gitops-objects.ts'
import { limits } from './limits.ts'
import type { LoadRequest } from './load-request.ts'
import { tooManyDeployments } from './problem.ts'
import type { ReadingMemory } from './reading-memory.ts'
import type { ReadAt } from './rendering/render-run.ts'

/** What a user who says nothing of namespaces gets. */
const defaultNamespace = 'default'

/** What the user says wins, but for a namespace that replaces every other. */
const wayOf = (
  setting: Setting,
  { namespace }: ReadOptions,
  text: string
): Pick<ReadOptions, 'namespace' | 'namespaceOverrides' | 'substitution'> => {
  const { name, overrides } = setting.namespace ?? { name: namespace, overrides: false }
  return {
    namespace: overrides || namespace === defaultNamespace ? name : namespace,
    namespaceOverrides: overrides,
    substitution: text.includes('${') ? setting.substitution : null
  }
}

/**
 * Reads text once for each way in which it is deployed; a base that two clusters deploy differently pulls two images.
 * Variables that the user passes win. A run reads a bounded length of text more than once.
 */
export const readerFor = (
  { namespace, variables, registrySuffixes }: LoadRequest,
  settingsAt: SettingsAt,
  memory?: ReadingMemory
): ReadAt => {
  const readOnce: typeof readManifest =
    memory === undefined
      ? readManifest
      : (source, how) =>
          source.live === true
            ? readManifest(source, how)
            : memory.content(source, how, readManifest)
  const options: ReadOptions = {
    namespace,
    namespaceOverrides: false,
    variables,
    substitution: null,
    registrySuffixes
  }
  let room: number = limits.repeatedCharacters
  return (source, path, given) => {
    const settings = given ?? settingsAt(path)
    if (settings.length === 0) return readOnce(source, options)
    const ways = distinct(settings.map(setting => wayOf(setting, options, source.text)))
    const contents: FileContent[] = []
    for (const way of ways.slice(0, limits.deployments)) {
      if (contents.length > 0) room -= source.text.length
      if (room < 0) break
      contents.push(readOnce(source, { ...options, ...way }))
    }
    const content = distinctContent(contents)
    return contents.length < ways.length
      ? {
          ...content,
          problems: [...content.problems, tooManyDeployments(source.file, contents.length)]
        }
      : content
  }
}
