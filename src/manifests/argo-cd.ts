import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { objectsOfShape, type Deployment, type ReadSource } from './gitops-objects.ts'
import type { Workspace } from './workspace.ts'

const source = z.object({ path: z.nullish(z.string()) })

/** argo-cd.readthedocs.io, "Application specification". */
const application = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('Application'),
  spec: z.object({
    destination: z.object({ namespace: z.string() }),
    source: z.nullish(source),
    sources: z.nullish(z.array(source))
  })
})

/** What Applications of this repository deploy of it: the namespace is for objects that name none. */
export const argoDeployments = (
  workspace: Workspace,
  sources: readonly ReadSource[]
): readonly Deployment[] =>
  objectsOfShape(sources, 'argoproj.io/', application).flatMap(({ spec }) =>
    [spec.source, ...(spec.sources ?? [])].flatMap(from => {
      const directory = join(workspace.path, from?.path ?? '')
      return from?.path != null && existsSync(directory)
        ? [
            {
              directory,
              variables: null,
              namespace: { name: spec.destination.namespace, overrides: false }
            }
          ]
        : []
    })
  )
