#!/usr/bin/env bash
# acr-pull-check 0.1.0: not everything was read; 4 of 9 pulls are blocked, 1 could not be decided, 1 image could not be judged
# Facts read from Azure 2026-11-20 08:15 UTC.
# not everything was read: deploy/shop/generated.yaml: The file is larger than 10 MB, so nothing in it was judged
# not everything was read: deploy/shop/cron.yaml:40: This document was not read: nesting exceeded maxDepth (100); no image in it was judged
#
# acr-pull-check ran none of these commands: read each before you run it. A line that begins with #$ is another way
# to the same, only looks, mends what was not proven, or has a word in capitals that you must fill in.
set -euo pipefail

# == Registry fabrikam.azurecr.io ==

# error: fabrikam.azurecr.io/reports/nightly:2026.11 cannot be pulled on cluster aks-prod-weu: kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001) holds AcrPull, which registry fabrikam.azurecr.io ignores in its mode "RBAC Registry + ABAC Repository Permissions" [role-ineffective-in-mode]
# at deploy/reports/cronjob.yaml:19:24
# Grant Container Registry Repository Reader at the registry (needs Microsoft.Authorization/roleAssignments/write there).
az role assignment create --assignee-object-id 00000000-0000-0000-0000-00000000a001 --assignee-principal-type ServicePrincipal --role 'Container Registry Repository Reader' --scope /subscriptions/00000000-0000-0000-0000-0000000000c1/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/fabrikam

# == Registry contoso.azurecr.io ==

# error: contoso.azurecr.io/shop/api@sha256:7d5ab0c1e8a94bd2b6f20f2ed4ce1f5f0a3e1d0c9b8a79685746352413021100 cannot be pulled on cluster aks-prod-weu: kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001) has no role at registry contoso.azurecr.io that lets it pull [no-pull-grant]
# at deploy/shop/api.yaml:24:16
# Grant AcrPull at the registry (needs Microsoft.Authorization/roleAssignments/write there).
# error: contoso.azurecr.io/shop/web:1.4.2 cannot be pulled on cluster aks-prod-weu: kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001) has no role at registry contoso.azurecr.io that lets it pull [no-pull-grant]
# at deploy/shop/web.yaml:21:16
# Grant AcrPull at the registry (needs Microsoft.Authorization/roleAssignments/write there).
az role assignment create --assignee-object-id 00000000-0000-0000-0000-00000000a001 --assignee-principal-type ServicePrincipal --role AcrPull --scope /subscriptions/00000000-0000-0000-0000-0000000000c1/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso

# == Cluster aks-prod-weu ==

# error: contoso.azurecr.io/shop/api@sha256:7d5ab0c1e8a94bd2b6f20f2ed4ce1f5f0a3e1d0c9b8a79685746352413021100 cannot be pulled on cluster aks-prod-weu: kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001) has no role at registry contoso.azurecr.io that lets it pull [no-pull-grant]
# at deploy/shop/api.yaml:24:16
# Or let AKS make the same assignment.
# error: contoso.azurecr.io/shop/web:1.4.2 cannot be pulled on cluster aks-prod-weu: kubelet identity aks-prod-weu-agentpool (object id 00000000-0000-0000-0000-00000000a001) has no role at registry contoso.azurecr.io that lets it pull [no-pull-grant]
# at deploy/shop/web.yaml:21:16
# Or let AKS make the same assignment.
#$ az aks update --subscription 00000000-0000-0000-0000-0000000000c1 --resource-group rg-shop --name aks-prod-weu --attach-acr /subscriptions/00000000-0000-0000-0000-0000000000c1/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso

# == Registry contosoold.azurecr.io ==

# warning: contosoold.azurecr.io/shop/mailer:0.9 cannot be pulled on cluster aks-prod-weu: no registry contosoold.azurecr.io exists, its name is free, and whoever takes it could serve your cluster images [registry-not-found]
# at charts/mailer/values.yaml:3:8
# Correct the host if it is misspelt, or secure the name if it was yours.
#$ az acr check-name --name contosoold

# == Cluster aks-staging-weu ==

# warning: node pools system and gpu of cluster aks-staging-weu run Kubernetes 1.31.3, whose credential provider asks for an ARM token that registry contoso.azurecr.io is about to refuse [acr-arm-audience-disabled]
# Upgrade the node pools to 1.31.5 or later.
az aks nodepool upgrade --resource-group rg-shop-staging --cluster-name aks-staging-weu --name system --kubernetes-version 1.31.5
az aks nodepool upgrade --resource-group rg-shop-staging --cluster-name aks-staging-weu --name gpu --kubernetes-version 1.31.5
