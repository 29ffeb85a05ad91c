import { join } from 'node:path'
import { counted } from '../../base/sentences.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { FileContent } from '../../kubernetes/read.ts'
import { lineLocation } from '../../yaml/location.ts'
import { chartFileName, type RenderedFiles } from '../files/search.ts'
import type { FoundKustomizations } from '../kustomize/kustomization-graph.ts'
import { deploysAsWritten, hasAccounts } from '../kustomize/unbuilt-kustomizations.ts'

/** That some of the repository was not looked at, because the user asked so. */
export const renderingOff = (
  workspace: Workspace,
  search: RenderedFiles,
  found: FoundKustomizations,
  content: FileContent
): readonly ManifestProblem[] => {
  const isComplete =
    search.charts.size === 0 && deploysAsWritten(workspace, found, hasAccounts([content]))
  const charts = [...search.charts].map(chart => join(chart, chartFileName))
  const [first] = [...charts, ...search.kustomizations]
  if (first === undefined) return []
  const parts = [
    ...(charts.length === 0 ? [] : [counted(charts.length, 'chart')]),
    ...(search.kustomizations.size === 0
      ? []
      : [counted(search.kustomizations.size, 'kustomization')])
  ]
  return [
    {
      check: 'render-failed',
      severity: isComplete ? 'note' : 'unknown',
      message: `Rendering is off, so of ${parts.join(' and ')} only the plain files were read${isComplete ? ', which say the same' : ''}`,
      remediation:
        'Leave out `--no-render` (action input `render: false`) where the repository is trusted.',
      location: lineLocation(workspace.shown(first)),
      unread: isComplete ? null : 'not-rendered',
      notBuilt: {
        kustomizations: found.leaves.map(({ shown }) => shown),
        charts: [...search.charts].map(chart => workspace.shown(chart)),
        isFault: false,
        isAll: charts.length === 0
      }
    }
  ]
}
