import { isAtOrBelow } from './arm-id.ts'
import { contoso } from './contoso.ts'
import { armError, type Answer } from './exchange.ts'
import type { AzureWorldData } from './world.ts'

/** May the caller do this at this scope? Roles reach down, never up. */
export function callerMay(world: AzureWorldData, action: string, scope: string): boolean {
  const permissions = world.caller?.permissions ?? 'all'
  return (
    permissions === 'all' ||
    permissions.some(
      permission =>
        isAtOrBelow(permission.scope ?? '/', scope) &&
        permission.actions.some(pattern => matches(pattern, action))
    )
  )
}

/** Does the caller hold any role at, above or below this scope? Others do not even see that it exists. */
export function callerSees(world: AzureWorldData, scope: string): boolean {
  const permissions = world.caller?.permissions ?? 'all'
  return (
    permissions === 'all' ||
    permissions.some(
      ({ scope: granted = '/' }) => isAtOrBelow(granted, scope) || isAtOrBelow(scope, granted)
    )
  )
}

export const forbidden = (world: AzureWorldData, action: string, scope: string): Answer =>
  armError(
    403,
    'AuthorizationFailed',
    `The client '${world.caller?.clientId ?? contoso.callerClientId}' with object id ` +
      `'${world.caller?.objectId ?? contoso.callerObjectId}' does not have authorization to perform action ` +
      `'${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`
  )

/** `*` stands for any characters, slashes too; without case. */
export function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`, 'is').test(text)
}
