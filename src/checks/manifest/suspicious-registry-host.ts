import { registryHost } from '../../kubernetes/images/registry-host.ts'
import type { Check } from '../check.ts'

/** Hosts that look like a login server and are none; each with what was meant. */
const lookAlikes: readonly { readonly pattern: RegExp; readonly meant: string }[] = [
  { pattern: /\.azure(?:acr|rc|cr|crr|ccr|arc)\.(?:io|com|net)$/, meant: 'azurecr.io' },
  { pattern: /\.azurecr\.(?:com|net|org|ms|azure\.com)$/, meant: 'azurecr.io' },
  { pattern: /\.acr\.(?:io|azure\.com|azurecr\.io)$/, meant: 'azurecr.io' },
  { pattern: /\.data\.azurecr\.(?:io|cn|us)$/, meant: 'the login server' }
]

const meantBy = (host: string): string | null =>
  host.endsWith('.azurecr.io') && !host.includes('.data.')
    ? null
    : (lookAlikes.find(({ pattern }) => pattern.test(host))?.meant ?? null)

export const suspiciousRegistryHost: Check = {
  id: 'suspicious-registry-host',
  title: 'The host looks like a login server, and is none',
  rationale: `Login servers end in \`azurecr.io\` (\`azurecr.us\`, \`azurecr.cn\` in the sovereign clouds). A slip such as \`azureacr.io\` names somebody else's domain: at best
the pull fails with \`no such host\`, at worst a stranger serves the image. \`*.data.azurecr.io\` hosts serve layers only and are no registries.`,
  references: [
    {
      title: 'About registries, repositories and artifacts',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-concepts'
    }
  ],
  causes: ['Z19'],
  permissions: [],
  words: [],
  *run({ manifests }) {
    for (const use of manifests.uses) {
      if (use.image.kind !== 'reference') continue
      const host = registryHost(use.image.reference)
      const meant = meantBy(host)
      if (meant !== null)
        yield {
          severity: 'warning',
          message: `${use.image.text} names host ${host}, which is no login server of Azure Container Registry`,
          remediation: [{ description: `Write ${meant} if that was meant.`, command: null }],
          uses: [use],
          registry: host,
          image: use.image.text
        }
    }
  }
}
