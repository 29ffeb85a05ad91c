// az deployment sub create --subscription 00000000-0000-4000-8000-00000000c0de --location REGION --template-file FILE
targetScope = 'subscription'

// aks-prod-agentpool pulls from contoso.azurecr.io
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, '00000000-0000-4000-8000-0000000000a1', 'b93aa761-3e63-49ed-ac28-beffa264f7ac')
  properties: {
    principalId: '00000000-0000-4000-8000-0000000000a1'
    principalType: 'ServicePrincipal'
    roleDefinitionId: '/subscriptions/00000000-0000-4000-8000-00000000c0de/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac'
  }
}
