import * as z from 'zod/mini'
import type { Destination } from '../../kubernetes/deployment-target.ts'
import {
  directoryNamed,
  objectsOfShape,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'

const text = z.nullish(z.string())
const source = z.object({ repoURL: text, path: text })
const spec = z.object({
  destination: z.object({ server: text, name: text }),
  source: z.nullish(source),
  sources: z.nullish(z.array(source))
})
const metadata = z.object({ name: z.string() })
const apiVersion = z.string().check(z.startsWith('argoproj.io/'))

/** argo-cd.readthedocs.io, "Application specification" and "ApplicationSet". */
const application = z.object({ apiVersion, kind: z.literal('Application'), metadata, spec })
const applicationSet = z.object({
  apiVersion,
  kind: z.literal('ApplicationSet'),
  metadata,
  spec: z.object({ template: z.object({ spec }) })
})

/** To which clusters Argo CD is told to deploy what; of an ApplicationSet what its template says itself. */
export function destinationsIn(
  repository: Repository,
  sources: readonly ReadSource[]
): readonly Destination[] {
  const { workspace } = repository
  const of = (
    kind: string,
    name: string,
    file: string,
    { destination, source: one, sources: more }: z.infer<typeof spec>
  ): Destination => ({
    object: `${kind} ${name}`,
    directories: [one, ...(more ?? [])].flatMap(from => {
      const path = from?.path ?? null
      const directory =
        path === null ? null : directoryNamed(repository, from?.repoURL ?? null, path)
      return directory === null ? [] : [workspace.shown(directory)]
    }),
    server: destination.server ?? null,
    name: destination.name ?? null,
    file: workspace.shown(file)
  })
  return [
    ...objectsOfShape(sources, 'argoproj.io/', application).map(found =>
      of('Application', found.metadata.name, found.file, found.spec)
    ),
    ...objectsOfShape(sources, 'argoproj.io/', applicationSet).map(found =>
      of('ApplicationSet', found.metadata.name, found.file, found.spec.template.spec)
    )
  ]
}
