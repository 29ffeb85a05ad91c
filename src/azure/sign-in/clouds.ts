import { InputError } from '../../base/errors.ts'
import type { Cloud } from '../../facts/facts.ts'

/** One Azure: where its Resource Manager and its sign-in are, and how its registries are called. */
export type AzureCloud = Cloud & {
  /** Origin of Azure Resource Manager, without slash at the end. */
  readonly resourceManager: string
  /** Origin of the sign-in authority, without slash at the end. */
  readonly authority: string
  /** What the hosts of blob storage end with, where registries keep layers; null: not known. */
  readonly blobSuffix: string | null
  /** False for an authority that is not Microsoft's, which login.microsoft.com cannot vouch for. */
  readonly instanceDiscovery: boolean
}

/** Sources: Azure/login README "environment"; azure-cli core/cloud.py; AzureAuthorityHosts of @azure/identity. */
const clouds: readonly { readonly cloud: AzureCloud; readonly spellings: readonly string[] }[] = [
  {
    cloud: {
      name: 'AzurePublicCloud',
      resourceManager: 'https://management.azure.com',
      authority: 'https://login.microsoftonline.com',
      instanceDiscovery: true,
      blobSuffix: 'blob.core.windows.net',
      registrySuffixes: ['azurecr.io']
    },
    spellings: ['azurepubliccloud', 'azurecloud']
  },
  {
    cloud: {
      name: 'AzureUSGovernment',
      resourceManager: 'https://management.usgovcloudapi.net',
      authority: 'https://login.microsoftonline.us',
      instanceDiscovery: true,
      blobSuffix: 'blob.core.usgovcloudapi.net',
      registrySuffixes: ['azurecr.us']
    },
    spellings: ['azureusgovernment', 'azureusgovernmentcloud']
  },
  {
    cloud: {
      name: 'AzureChinaCloud',
      resourceManager: 'https://management.chinacloudapi.cn',
      authority: 'https://login.chinacloudapi.cn',
      instanceDiscovery: true,
      blobSuffix: 'blob.core.chinacloudapi.cn',
      registrySuffixes: ['azurecr.cn']
    },
    spellings: ['azurechinacloud']
  }
]

/** azure/login calls a private cloud `azurestack`. */
const customSpellings: readonly string[] = ['custom', 'azurestack']

/** What the user said about the cloud; null where nothing was said. */
export type CloudChoice = {
  readonly environment: string | null
  readonly resourceManager: string | null
  readonly authority: string | null
}

/** A custom cloud as far as inputs describe it; its registry suffixes are asked from its Resource Manager. */
export type CloudInput =
  | { readonly kind: 'known'; readonly cloud: AzureCloud }
  | { readonly kind: 'custom'; readonly resourceManager: string; readonly authority: string }

/** @throws InputError when the name is not known, or a custom cloud lacks one of its two addresses. */
export function cloudInput(choice: CloudChoice): CloudInput {
  const spelling = choice.environment?.toLowerCase() ?? 'azurepubliccloud'
  const found = clouds.find(({ spellings }) => spellings.includes(spelling))
  const custom = customSpellings.includes(spelling)
  if (found !== undefined) {
    refuseAddresses(choice, found.cloud.name)
    return { kind: 'known', cloud: found.cloud }
  }
  if (custom)
    return {
      kind: 'custom',
      resourceManager: origin('resource-manager-endpoint', choice.resourceManager),
      authority: origin('authority-host', choice.authority)
    }
  throw new InputError(
    `Input environment is '${choice.environment ?? ''}': write AzurePublicCloud, AzureUSGovernment, AzureChinaCloud or custom.`
  )
}

/** Ignoring an address would ask another Azure than the user meant. */
function refuseAddresses(choice: CloudChoice, name: string): void {
  if (choice.resourceManager !== null || choice.authority !== null)
    throw new InputError(
      `Inputs resource-manager-endpoint and authority-host are for environment custom, and environment is ${name}: remove them, or set environment (command line: --cloud) to custom.`
    )
}

function origin(input: string, text: string | null): string {
  if (text === null)
    throw new InputError(
      `Input environment is custom without ${input}: give its https address, or name one of Microsoft's clouds.`
    )
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:')
    throw new InputError(
      `Input ${input} is '${text}': write an https address, such as https://host.`
    )
  return `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`
}

/** What access tokens are for; every SDK client gets it, because some would always ask for the public cloud. */
export const tokenScope = (cloud: Pick<AzureCloud, 'resourceManager'>): string =>
  `${cloud.resourceManager}/.default`
