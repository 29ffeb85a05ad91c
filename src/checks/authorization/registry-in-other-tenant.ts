import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

export const registryInOtherTenant: Check = {
  id: 'registry-in-other-tenant',
  title: 'The registry belongs to another tenant than the cluster',
  rationale: `A managed identity exists in one tenant and cannot be granted anything in another. Across tenants only a cluster with a
multitenant service principal can pull, or pods with a pull secret of the other tenant's registry.`,
  references: [
    {
      title: 'Pull images from a registry in another tenant',
      url: 'https://learn.microsoft.com/azure/container-registry/authenticate-aks-cross-tenant'
    },
    {
      title: 'How to use ACR in AKS from different tenant',
      url: 'https://github.com/Azure/acr/issues/427#issuecomment-704131500'
    }
  ],
  causes: ['Z13'],
  permissions: [clusterRead, registryRead],
  words: ['cross-tenant'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'cross-tenant'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: registry ${verdict.registry} is in tenant ${cause.registryTenant}, and ${pullerText(verdict.puller)} exists only in tenant ${cause.clusterTenant}`,
        remediation: [
          {
            description:
              "Import the image into a registry of the cluster's tenant, or give the pod a pull secret of that registry.",
            command: null
          }
        ]
      })
  }
}
