import {
  to = azurerm_role_assignment.pull_1_resource_x_y_
  id = "/subscriptions/00000000-0000-4000-8000-00000000c0de/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso/providers/Microsoft.Authorization/roleAssignments/11111111-0000-4000-8000-000000000001"
}

# line feed */ -- # // " ' ${x} %{y} `z`  $(touch pwned)
resource "azurerm_role_assignment" "pull_1_resource_x_y_" {
  scope                            = "/subscriptions/00000000-0000-4000-8000-00000000c0de/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso"
  role_definition_id               = "/subscriptions/00000000-0000-4000-8000-00000000c0de/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac"
  principal_id                     = "a\"'\\\u0024{file(\"/etc/passwd\")}\u0025{ if true }\n"
  principal_type                   = "ServicePrincipal"
  condition                        = "back\\slash 'quote' \"double\" \u0024{interpolated} \u0025{directive} tab\t null\u0000 emoji😀 $\u0024{x} '''"
  condition_version                = "2.0"
  skip_service_principal_aad_check = true
}
