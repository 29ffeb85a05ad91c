import type { Facts } from '../../facts/facts.ts'
import { clusterCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { listText } from '../wording/lists.ts'
import { isExemptFromProxy } from '../../pulls/no-proxy.ts'
import { readCluster, readRegistry } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import {
  isBehindFirewall,
  isPublicAccessDisabled,
  layerHosts
} from '../../facts/registry-network.ts'

/** Hosts of a registry with a private way in that the nodes nevertheless ask the proxy for. */
function proxied({ cluster, registry, host }: RegistryPulls, cloud: Facts['cloud']) {
  const noProxy = cluster.httpProxyNoProxy
  const isPrivate = isPublicAccessDisabled(registry) || isBehindFirewall(registry)
  if (noProxy === null || !isPrivate || registry.approvedPrivateEndpoints === 0) return []
  return [host, ...layerHosts(registry, cloud)].filter(each => !isExemptFromProxy(each, noProxy))
}

const finding = (pulls: RegistryPulls, hosts: readonly string[]): FindingDraft => ({
  ...subjectOfPulls(pulls, pulls.uses),
  ...predicted('warning'),
  message: `${pullsText(pulls)} go through the HTTP proxy of the cluster, past the private endpoint of the registry, which does not admit everybody: noProxy lacks ${listText(hosts)}`,
  remediation: [
    {
      description: `Add ${listText(hosts)} to noProxy in the proxy configuration file of the cluster, and apply it.`,
      command: clusterCommand(
        pulls.cluster,
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
  permissions: [readCluster, readRegistry],
  *run(context) {
    for (const pulls of registryPulls(context)) {
      const hosts = proxied(pulls, context.facts.cloud)
      if (hosts.length > 0) yield finding(pulls, hosts)
    }
  }
}
