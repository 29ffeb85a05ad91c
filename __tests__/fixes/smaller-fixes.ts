import type { World } from './applied-fixes.ts'
import type { Printed, PrintedGrant } from './printed-fixes.ts'

/** The same with something less in the last step, by what is less. */
export function smaller(
  steps: readonly Printed[],
  world: World
): readonly (readonly [name: string, steps: readonly Printed[]])[] {
  const last = steps.at(-1)
  if (last === undefined) return []
  const before = steps.slice(0, -1)
  return lessThan(last, world).map(([name, less]) => [
    name,
    less === null ? before : [...before, less]
  ])
}

function lessThan(printed: Printed, world: World): readonly (readonly [string, Printed | null])[] {
  switch (printed.kind) {
    case 'grant':
      return [
        ['a sibling of the scope', { ...printed, scope: `${printed.scope}x`, existing: null }],
        ...byClientId(printed, world),
        ...narrower(printed)
      ]
    case 'attach':
      return [['a sibling of the registry', { ...printed, registryId: `${printed.registryId}x` }]]
    case 'arm-tokens':
      return [['the policy as it is', { ...printed, status: 'disabled' }]]
    case 'registry':
    case 'start':
    case 'node-image':
    case 'version':
    case 'pod-identity-off':
    case 'streaming-off':
    case 'pull-secret':
    case 'node-pools':
      return [['everything but the last step', null]]
  }
}

/** Entra knows an identity by two ids, and role assignments by one of them. */
function byClientId(
  grant: PrintedGrant,
  { facts }: World
): readonly (readonly [string, Printed])[] {
  const clientIds = facts.clusters.flatMap(({ answer }) =>
    answer.known && answer.value.nodeIdentity.kind === 'kubelet-identity'
      ? (answer.value.nodeIdentity.clientId ?? [])
      : []
  )
  return clientIds
    .filter(id => id !== grant.principalId && grant.existing === null)
    .map(principalId => ['the client id in place of the object id', { ...grant, principalId }])
}

/** The repository that a widened condition names last, under another name. */
const narrower = (grant: PrintedGrant): readonly (readonly [string, Printed])[] =>
  grant.condition === null
    ? []
    : [
        [
          'a condition for another repository',
          { ...grant, condition: grant.condition.replace(/'([^']*)'(?=\s*\)\s*$)/, "'$1-other'") }
        ]
      ]
