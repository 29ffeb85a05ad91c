// az deployment group create --subscription 00000000-0000-4000-8000-00000000c0de --resource-group rg-registries --template-file FILE
resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: 'contoso'
}

// Container Registry Repository Reader at contoso.azurecr.io, for repository shop/web too
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: '11111111-0000-4000-8000-000000000001'
  properties: {
    principalId: '00000000-0000-4000-8000-0000000000a1'
    principalType: 'ServicePrincipal'
    roleDefinitionId: '/subscriptions/00000000-0000-4000-8000-00000000c0de/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac'
    condition: '(\n  !(ActionMatches{\'Microsoft.ContainerRegistry/registries/repositories/content/read\'})\n)\nOR\n(\n@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase \'shop/web\'\n)'
    conditionVersion: '2.0'
  }
}
