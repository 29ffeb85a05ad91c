# aks-prod-agentpool pulls from contoso.azurecr.io
resource "azurerm_role_assignment" "aks_prod_agentpool_pulls_from_contoso" {
  scope                            = "/subscriptions/00000000-0000-4000-8000-00000000c0de/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso"
  role_definition_name             = "AcrPull"
  principal_id                     = "00000000-0000-4000-8000-0000000000a1"
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}
