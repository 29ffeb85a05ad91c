import type { AzureWorldData, RoleDefinitionData } from './world.ts'
import { builtInRoles } from './built-in-roles.ts'

/** The groups that a principal is in, groups of groups included. */
export function groupsOf(world: AzureWorldData, objectId: string): readonly string[] {
  const groups = world.groups ?? []
  const found = new Set<string>()
  const waiting = [objectId]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const group of groups)
      if (group.members.includes(next) && !found.has(group.objectId)) {
        found.add(group.objectId)
        waiting.push(group.objectId)
      }
  return [...found]
}

export const isGroup = (world: AzureWorldData, objectId: string): boolean =>
  (world.groups ?? []).some(group => group.objectId === objectId)

/** A role by GUID or by name; scenarios that name an unknown one are wrong. */
export function roleOf(world: AzureWorldData, idOrName: string): RoleDefinitionData {
  const wanted = idOrName.toLowerCase()
  const role = [...builtInRoles, ...(world.customRoles ?? [])].find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted
  )
  if (role === undefined) throw new Error(`This world has no role ${idOrName}.`)
  return role
}
