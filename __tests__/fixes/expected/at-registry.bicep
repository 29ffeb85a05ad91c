// az deployment group create --subscription 00000000-0000-4000-8000-00000000c0de --resource-group rg-registries --template-file FILE
resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: 'contoso'
}

// aks-prod-agentpool pulls from contoso.azurecr.io
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, '00000000-0000-4000-8000-0000000000a1', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  properties: {
    principalId: '00000000-0000-4000-8000-0000000000a1'
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}
