import type { HostileCase } from '../hostile-case.ts'
import { chartLinkAttacks } from './chart-links.ts'
import { credentialAttacks } from './credentials.ts'
import { faultAttacks } from './faults.ts'
import { floodAttacks } from './floods.ts'
import { helmAttacks } from './helm.ts'
import { kustomizeLinkAttacks } from './kustomize-links.ts'
import { kustomizePluginAttacks } from './kustomize-plugins.ts'
import { kustomizeAttacks } from './kustomize.ts'
import { linkAttacks } from './links.ts'
import { namedPathAttacks } from './named-paths.ts'
import { outputAttacks } from './outputs.ts'
import { renderBombs } from './render-bombs.ts'
import { reportFileAttacks } from './report-files.ts'
import { settingsAttacks } from './settings-file.ts'
import { settingsValueAttacks } from './settings-values.ts'
import { signalAttacks } from './signals.ts'
import { unreadAttacks } from './unread-content.ts'
import { verdictAttacks } from './verdict.ts'

export const endless = 'work without an end'

/** Every attack, by its kind. */
export const allAttacks: readonly (readonly [kind: string, cases: readonly HostileCase[]])[] = [
  ['links', linkAttacks],
  ['links in charts', chartLinkAttacks],
  ['links in kustomizations', kustomizeLinkAttacks],
  ['paths that manifests name', namedPathAttacks],
  ['settings files', settingsAttacks],
  ['values of settings files', settingsValueAttacks],
  ['credentials', credentialAttacks],
  ['the verdict', verdictAttacks],
  ['unread content', unreadAttacks],
  ['report files', reportFileAttacks],
  ['charts', helmAttacks],
  ['kustomizations', kustomizeAttacks],
  ['plugins of kustomize', kustomizePluginAttacks],
  ['signals', signalAttacks],
  ['outputs', outputAttacks],
  ['faults', faultAttacks],
  ['floods', floodAttacks],
  [endless, renderBombs]
]
