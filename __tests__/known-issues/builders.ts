import type { PullTraits } from '../../src/known-issues/condition.ts'
import type { PoolVersions } from '../../src/known-issues/fix-table.ts'
import { knownIssues } from '../../src/known-issues/index.ts'
import type { KnownIssue } from '../../src/known-issues/known-issue.ts'

/** A pull to which nothing special applies: managed identity, same subscription, an old grant. */
export const pullTraits = (overrides: Partial<PullTraits> = {}): PullTraits => ({
  identity: 'managedIdentity',
  crossSubscription: false,
  anonymousPull: false,
  authenticationAsArm: true,
  grant: 'present',
  grantAgeHours: 1000,
  grantLacksRegistryRead: false,
  registryHosts: 1,
  imageHost: 'contoso.azurecr.io',
  imageRepositoryPath: 'shop/web',
  cloud: 'AzurePublicCloud',
  nodeProvisioningMode: null,
  pullSecret: 'no',
  ...overrides
})

export const linuxPool = (
  kubernetesVersion: string | null,
  nodeImageVersion: string | null = null,
  clusterVersion: string | null = null
): PoolVersions => ({
  kubernetesVersion,
  nodeImageVersion,
  osType: 'Linux',
  clusterVersion,
  oldestNodeImage: null
})

export const windowsPool = (kubernetesVersion: string, nodeImageVersion: string): PoolVersions => ({
  kubernetesVersion,
  nodeImageVersion,
  osType: 'Windows',
  clusterVersion: null,
  oldestNodeImage: null
})

export function issueById(id: string): KnownIssue {
  const issue = knownIssues.find(each => each.id === id)
  if (issue === undefined) throw new Error(`No known issue has the id ${id}.`)
  return issue
}
