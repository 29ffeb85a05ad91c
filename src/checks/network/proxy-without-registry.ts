import { listText } from '../../base/sentences.ts'
import type { ProxyObstacle } from '../../pulls/obstacles/proxy.ts'
import { clusterCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { obstaclesOf } from '../wording/from-obstacles.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { isPublicAccessUnclear } from '../../facts/registry-network.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/** What is not known of the public access is no reason to say that it is shut. */
const admits = ({ registry }: ProxyObstacle['from']): string =>
  isPublicAccessUnclear(registry) ? 'may not admit' : 'does not admit'

const finding = ({ from, hosts }: ProxyObstacle): FindingDraft => ({
  ...subjectOfPulls(from, from.uses),
  severity: 'warning',
  message: `${pullsText(from)} go through the HTTP proxy of the cluster, past the private endpoint of the registry, which ${admits(from)} everybody: noProxy lacks ${listText(hosts)}`,
  remediation: [
    {
      description: `Add ${listText(hosts)} to noProxy in the proxy configuration file of the cluster, and apply it.`,
      command: clusterCommand(
        from.cluster,
        ['update'],
        ...['--http-proxy-config', 'aks-proxy-config.json']
      )
    }
  ]
})

export const proxyWithoutRegistry: Check = {
  id: 'proxy-without-registry',
  title: "The cluster's proxy stands between the nodes and a private registry",
  rationale: `Nodes of a cluster with an HTTP proxy send every request through it, unless \`noProxy\` exempts the host. The proxy resolves names and
connects from where it stands, so the private endpoint in the cluster's network is not used, and a registry that is closed to the public refuses
the proxy: \`proxyconnect tcp …\`, \`403 Forbidden\`. Both the login server and the data endpoints must be exempt; \`.azurecr.io\` covers them all.

Names are compared as the programs on the node do: \`contoso.azurecr.io\` covers itself and what is below it, but not
\`contoso.westeurope.data.azurecr.io\`; addresses and ranges cover no name. It is a warning, because a proxy may well stand where the private endpoint can be reached.
A registry with public access works through a proxy and is not reported.`,
  references: [
    {
      title: 'HTTP proxy support in AKS',
      url: 'https://learn.microsoft.com/azure/aks/http-proxy'
    },
    {
      title: 'Package httpproxy: how NO_PROXY is read',
      url: 'https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config'
    }
  ],
  causes: ['T10'],
  permissions: [clusterRead, registryRead],
  words: ['proxy'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'proxy').map(finding)
  }
}
