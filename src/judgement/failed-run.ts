import { project } from '../base/project.ts'
import type { Trouble } from '../base/trouble.ts'
import type { Report } from '../reports/report.ts'

const none = { error: 0, warning: 0, note: 0, unknown: 0 }

/** What a run leaves behind that ended before anything was judged. */
export const failedRun = (
  { message, exitCode }: Trouble,
  source: Report['facts']['source'],
  settings: Report['settings']
): Report => ({
  schemaVersion: '1',
  tool: { name: project.name, version: project.version },
  error: { exitCode, message },
  facts: { source, collectedAt: null },
  summary: {
    conclusion: 'inconclusive',
    notFailed: null,
    files: 0,
    images: 0,
    unjudged: 0,
    registries: 0,
    clusters: 0,
    verdicts: { pull: 0, 'no-pull': 0, unknown: 0 },
    findings: none,
    new: null,
    old: 0,
    suppressed: 0
  },
  clusters: [],
  images: [],
  invalidImages: [],
  coverage: [],
  verdicts: [],
  findings: [],
  checks: {},
  since: null,
  suppressions: [],
  settings,
  notProven: [],
  notAsked: []
})
