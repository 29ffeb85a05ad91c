import type { FixCode } from '../check.ts'
import { bicepGrant } from './bicep-grant.ts'
import type { RoleGrant } from './role-grant.ts'
import { terraformGrant } from './terraform-grant.ts'

/** The same grant for each tool that declares infrastructure. */
export function grantCode(grant: RoleGrant): readonly FixCode[] {
  const bicep = bicepGrant(grant)
  return [
    { language: 'terraform', text: terraformGrant(grant) },
    ...(bicep === null ? [] : [{ language: 'bicep', text: bicep } as const])
  ]
}
