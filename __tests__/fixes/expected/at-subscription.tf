# aks-prod-agentpool pulls from contoso.azurecr.io
resource "azurerm_role_assignment" "aks_prod_agentpool_pulls_from_contoso" {
  scope                            = "/subscriptions/00000000-0000-4000-8000-00000000c0de"
  role_definition_id               = "/subscriptions/00000000-0000-4000-8000-00000000c0de/providers/Microsoft.Authorization/roleDefinitions/b93aa761-3e63-49ed-ac28-beffa264f7ac"
  principal_id                     = "00000000-0000-4000-8000-0000000000a1"
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}
