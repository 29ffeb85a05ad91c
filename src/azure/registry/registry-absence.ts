import { checkNameAvailability } from '@azure/arm-containerregistry/api/registries'
import * as z from 'zod/mini'
import { registryNameRead, registryRead } from '../../facts/arm-actions.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { registryNameOf } from '../../facts/registry-hosts.ts'

const registryType = 'Microsoft.ContainerRegistry/registries'

const nameStatus = z.object({
  nameAvailable: z.boolean(),
  reason: z.nullish(z.string()),
  message: z.nullish(z.string())
})

/**
 * Why no registry was found at a login server. Names are global, so Azure tells a registry that nobody owns (its name can
 * be taken over) from one that is out of the caller's sight.
 */
export async function absenceOf(
  clients: Clients,
  loginServer: string,
  subscriptionId: string | null
): Promise<Reason> {
  const name = registryNameOf(loginServer)
  if (name === null) return notVisible(loginServer, 'a label host says nothing about free names')
  if (subscriptionId === null)
    return notVisible(
      loginServer,
      'no subscription is visible through which its name could be checked'
    )
  const status = await factOf(
    {
      what: `whether the registry name ${name} is taken`,
      takes: registryNameRead
    },
    async () =>
      nameStatus.parse(
        await checkNameAvailability(clients.containerRegistry(subscriptionId), {
          name,
          type: registryType
        })
      )
  )
  if (!status.known) return notVisible(loginServer, status.reason.message)
  if (status.value.nameAvailable)
    return {
      code: 'name-free',
      message: `no registry ${name} exists: the name is free, and whoever takes it can serve images at ${loginServer}`,
      permission: null
    }
  if (status.value.reason === 'Invalid')
    return {
      code: 'not-found',
      message: `no registry can have the name ${name}: names have 5 to 50 letters and digits`,
      permission: null
    }
  return notVisible(loginServer, 'its name is taken')
}

const notVisible = (loginServer: string, detail: string): Reason => ({
  code: 'not-visible',
  message: `no registry with login server ${loginServer} is in a subscription that the signed-in identity may read; ${detail}`,
  permission: registryRead.action
})
