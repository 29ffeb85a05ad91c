import { commentText, hclString } from './escape-code.ts'
import type { RoleGrant } from './role-grant.ts'

type Attribute = readonly [name: string, value: string]

/** As `terraform fmt` aligns them. */
function attributeLines(attributes: readonly Attribute[]): readonly string[] {
  const width = Math.max(...attributes.map(([name]) => name.length))
  return attributes.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`)
}

/** Letters, digits, `_` and `-`, with a letter first (Terraform docs, "Configuration Syntax": identifiers). */
export const terraformName = (text: string): string => {
  const name = text.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  return /^[a-z]/.test(name) ? name : `pull_${name}`
}

/** A role of its own is known by its id alone; that of a built-in role is the same everywhere, and its name says more. */
const roleAttribute = ({ role }: RoleGrant): Attribute =>
  role.name === null
    ? ['role_definition_id', hclString(role.id)]
    : ['role_definition_name', hclString(role.name)]

/** `azurerm_role_assignment` of hashicorp/azurerm, for a file of its own or beside others. */
export function terraformGrant(grant: RoleGrant): string {
  const { scope, principalId, principalType, condition, existing } = grant
  const name = terraformName(grant.name)
  const address = `azurerm_role_assignment.${name}`
  const attributes: readonly Attribute[] = [
    ['scope', hclString(scope)],
    roleAttribute(grant),
    ['principal_id', hclString(principalId)],
    ['principal_type', hclString(principalType)],
    ...(condition === null
      ? []
      : ([
          ['condition', hclString(condition)],
          ['condition_version', hclString('2.0')]
        ] as const)),
    ...(principalType === 'ServicePrincipal'
      ? ([['skip_service_principal_aad_check', 'true']] as const)
      : [])
  ]
  return [
    ...(existing === null
      ? []
      : [
          'import {',
          ...attributeLines([
            ['to', address],
            ['id', hclString(existing)]
          ]),
          '}',
          ''
        ]),
    `# ${commentText(grant.purpose)}`,
    `resource "azurerm_role_assignment" "${name}" {`,
    ...attributeLines(attributes),
    '}'
  ].join('\n')
}
