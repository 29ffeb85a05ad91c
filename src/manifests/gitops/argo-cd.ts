import * as z from 'zod/mini'
import {
  directoryNamed,
  namespaceNamed,
  objectsOfShape,
  type Deployment,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'

const source = z.object({ repoURL: z.nullish(z.string()), path: z.nullish(z.string()) })

/** argo-cd.readthedocs.io, "Application specification". */
const application = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('Application'),
  spec: z.object({
    destination: z.object({ namespace: z.nullish(z.string()) }),
    source: z.nullish(source),
    sources: z.nullish(z.array(source))
  })
})

/** What Applications deploy of this repository: the namespace is for objects that name none. */
export const argoDeployments = (
  repository: Repository,
  sources: readonly ReadSource[]
): readonly Deployment[] =>
  objectsOfShape(sources, 'argoproj.io/', application).flatMap(({ spec }) => {
    const name = namespaceNamed(spec.destination.namespace)
    if (name === null) return []
    return [spec.source, ...(spec.sources ?? [])].flatMap(from => {
      const directory =
        from?.path == null ? null : directoryNamed(repository, from.repoURL ?? null, from.path)
      const namespace = { name, overrides: false }
      const setting = { substitution: null, namespace }
      return directory === null
        ? []
        : [{ directory, setting, overrides: null, by: 'argo-cd' as const, object: null }]
    })
  })
