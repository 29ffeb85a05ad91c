import { portSuffix, type ImageReference } from './image-reference.ts'

/** The registry host as Azure and the kubelet's matching know it: lower case, without port. */
export const registryHost = ({ domain }: ImageReference): string =>
  domain.replace(portSuffix, '').toLowerCase()

/** The same with the port as written: `localhost` and `localhost:5000` are two registries. */
export const registryAddress = ({ domain }: ImageReference): string => domain.toLowerCase()

/** Microsoft Artifact Registry, from where AKS takes its own images. */
export const microsoftRegistry = 'mcr.microsoft.com'

/** Azure's clouds: public, China, US government, and Germany, which kubelets still know (cloud-provider-azure, azure_credentials.go). */
export const azureRegistrySuffixes: readonly string[] = [
  'azurecr.io',
  'azurecr.cn',
  'azurecr.us',
  'azurecr.de'
]

// learn.microsoft.com, "Azure Container Registry: regional endpoints" (`name.region.geo.`) and
// "domain name label" (`name-hash.`); `name.region.data.` are blob endpoints, never an image's host.
const azureName = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+\.geo)?$/

/** Whether a host (lower case, without port) is a container registry of a cloud with these suffixes. */
export const isAzureRegistryHost = (host: string, suffixes: readonly string[]): boolean =>
  suffixes.some(suffix => {
    const ending = `.${suffix.replace(/^\./, '').toLowerCase()}`
    return host.endsWith(ending) && azureName.test(host.slice(0, -ending.length))
  })
