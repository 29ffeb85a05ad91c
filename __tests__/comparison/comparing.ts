import { writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { endlessTime } from '../../src/base/run-time.ts'
import type { Finding } from '../../src/checks/check.ts'
import type { Report } from '../../src/reports/report.ts'
import { run } from '../../src/run.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import type { Settings } from '../../src/settings/setting-values.ts'
import {
  newPlace,
  pullRequest,
  pullRequestEnvironment,
  writeFiles,
  type Files
} from '../settings-source/checkouts.ts'
import { expanded } from '../worlds/overlay.ts'
import { worldNamed } from '../worlds/worlds.ts'

/** No node may pull from contoso; of other registries nothing is known. */
const nothingGranted = 'world: contoso-one-pool\nchange:\n  assignments/contoso: []\n'
const collected = '2026-11-20T09:00:00Z'

export const factsFile = (place: string): string => {
  const path = join(place, 'facts.json')
  writeFileSync(path, JSON.stringify(expanded(nothingGranted, worldNamed)))
  return path
}

export type Environment = Readonly<Record<string, string>>

/** A run looks for helm and kustomize where its own process does. */
const tools = [resolve(import.meta.dirname, '../../.tools'), process.env['PATH']].join(delimiter)
process.env['PATH'] = tools

/** What a run says of a directory; its facts are an hour old. */
export function reportAt(
  workspace: string,
  settings: Settings = {},
  environment: Environment = {}
): Promise<Report> {
  return run(
    checkInputs({ manifests: ['.'], facts: [factsFile(join(workspace, '..'))], ...settings }),
    {
      workspace,
      environment: { PATH: tools, ...environment },
      now: () => new Date(collected),
      progress: () => undefined,
      time: endlessTime,
      getIdToken: null
    }
  )
}

/** What a run says of files as they are, with nothing to compare them with. */
export function plainReport(files: Files, settings: Settings = {}): Promise<Report> {
  const workspace = join(newPlace(), 'workspace')
  writeFiles(workspace, files)
  return reportAt(workspace, settings)
}

/** What a run says of a pull request. */
export function comparedReport(
  base: Files,
  head: Files,
  settings: Settings = {},
  depth: Parameters<typeof pullRequest>[2] = 'all'
): Promise<Report> {
  const request = pullRequest(base, head, depth)
  return reportAt(
    request.workspace,
    { 'new-since': ['auto'], ...settings },
    pullRequestEnvironment(request)
  )
}

export const deployment = (
  name: string,
  image: string,
  { comment = '', above = '', annotations = '' } = {}
): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
  annotations: {${annotations}}
spec:
  template:
    spec:
      containers:
        - name: ${name}
${above === '' ? '' : `          ${above}\n`}          image: ${image}${comment === '' ? '' : ` ${comment}`}
`

/** `check file:line new|old`, sorted. */
export const standings = ({ findings }: Report): readonly string[] =>
  findings
    .map(({ check, locations: [place], new: isNew }: Finding) =>
      [
        check,
        place === undefined ? '-' : `${place.file}:${place.line}`,
        isNew === null ? 'unknown' : isNew ? 'new' : 'old'
      ].join(' ')
    )
    .sort()

export const printsOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ fingerprints }) => fingerprints))
