import type { RoleGrant } from '../../src/checks/code/role-grant.ts'

const subscription = '/subscriptions/00000000-0000-4000-8000-00000000c0de'
const registry = `${subscription}/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso`

const toKubelet: RoleGrant = {
  purpose: 'aks-prod-agentpool pulls from contoso.azurecr.io',
  name: 'aks-prod-agentpool_pulls_from_contoso',
  scope: registry,
  principalId: '00000000-0000-4000-8000-0000000000a1',
  principalType: 'ServicePrincipal',
  role: { id: '7f951dda-4ed3-4680-a7ca-43fe172d538d', name: 'AcrPull' },
  condition: null,
  existing: null
}

const reader = {
  id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac`,
  name: null
}

const conditional: RoleGrant = {
  ...toKubelet,
  purpose:
    'Container Registry Repository Reader at contoso.azurecr.io, for repository shop/web too',
  name: 'pull_from_contoso_11111111-0000-4000-8000-000000000001',
  role: reader,
  condition:
    "(\n  !(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/read'})\n)\nOR\n(\n@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'shop/web'\n)",
  existing: `${registry}/providers/Microsoft.Authorization/roleAssignments/11111111-0000-4000-8000-000000000001`
}

/** Every form of a grant that code is made of, by the name of its golden files. */
export const grants: Readonly<Record<string, RoleGrant>> = {
  'at-registry': toKubelet,
  'with-condition': conditional,
  'to-group-at-resource-group': {
    ...conditional,
    scope: `${subscription}/resourceGroups/rg-registries`,
    principalType: 'Group'
  },
  'at-subscription': { ...toKubelet, scope: subscription, role: reader },
  'hostile-texts': {
    ...conditional,
    purpose: 'line\nfeed */ -- # // " \' ${x} %{y} `z` \u2028 \u202e $(touch pwned)',
    name: '1 "}\nresource "x" "y" {',
    principalId: 'a"\'\\${file("/etc/passwd")}%{ if true }\n',
    condition:
      "back\\slash 'quote' \"double\" ${interpolated} %{directive} tab\t null\u0000 emoji😀 $${x} '''"
  }
}
