import {
  to = azurerm_role_assignment.pull_from_contoso_11111111_0000_4000_8000_000000000001
  id = "/subscriptions/00000000-0000-4000-8000-00000000c0de/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso/providers/Microsoft.Authorization/roleAssignments/11111111-0000-4000-8000-000000000001"
}

# Container Registry Repository Reader at contoso.azurecr.io, for repository shop/web too
resource "azurerm_role_assignment" "pull_from_contoso_11111111_0000_4000_8000_000000000001" {
  scope                            = "/subscriptions/00000000-0000-4000-8000-00000000c0de/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso"
  role_definition_id               = "/subscriptions/00000000-0000-4000-8000-00000000c0de/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac"
  principal_id                     = "00000000-0000-4000-8000-0000000000a1"
  principal_type                   = "ServicePrincipal"
  condition                        = "(\n  !(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/content/read'})\n)\nOR\n(\n@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'shop/web'\n)"
  condition_version                = "2.0"
  skip_service_principal_aad_check = true
}
