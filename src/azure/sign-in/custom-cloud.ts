import { createContainerService } from '@azure/arm-containerservice/api'
import * as z from 'zod/mini'
import { FactsError } from '../../base/errors.ts'
import { pipelineOptions } from '../clients.ts'
import { cloudInput, type AzureCloud, type CloudChoice } from './clouds.ts'
import { defaultLimits } from '../limits.ts'
import { getPath } from '../raw-answers.ts'
import { factOf } from '../reasons.ts'

/**
 * The Azure that the user chose. A custom cloud is asked how its registries are called.
 *
 * @throws InputError when the choice is not understood, FactsError when a custom cloud does not answer.
 */
export async function cloudFor(
  choice: CloudChoice,
  version: string,
  milliseconds = defaultLimits.run
): Promise<AzureCloud> {
  const input = cloudInput(choice)
  if (input.kind === 'known') return input.cloud
  const cloud: AzureCloud = {
    name: 'custom',
    resourceManager: input.resourceManager,
    authority: input.authority,
    instanceDiscovery: false,
    registrySuffixes: [],
    blobSuffix: null
  }
  return { ...cloud, ...(await suffixes(anonymousClient(cloud, version, milliseconds), cloud)) }
}

const description = z.object({
  suffixes: z.object({ acrLoginServer: z.string(), storage: z.nullish(z.string()) })
})

/** Old api-versions answer with a list of clouds, newer ones with the cloud itself. */
const metadata = z.union([z.array(description), description])

const apiVersion = '2022-09-01'

async function suffixes(
  client: ReturnType<typeof anonymousClient>,
  cloud: AzureCloud
): Promise<Pick<AzureCloud, 'registrySuffixes' | 'blobSuffix'>> {
  const answer = await factOf(
    { what: `the description of cloud ${cloud.resourceManager}`, takes: null },
    async () => metadata.parse(await getPath(client, '/metadata/endpoints', apiVersion))
  )
  if (!answer.known)
    throw new FactsError(
      `Cloud ${cloud.resourceManager} does not tell its registry suffix (${answer.reason.message}): correct input resource-manager-endpoint (command line: --resource-manager).`
    )
  const described = [answer.value].flat().map(each => each.suffixes)
  const storage = described[0]?.storage ?? ''
  return {
    registrySuffixes: described.map(({ acrLoginServer }) => suffix(acrLoginServer)),
    blobSuffix: storage === '' ? null : `blob.${suffix(storage)}`
  }
}

const suffix = (text: string): string => text.replace(/^\./, '').toLowerCase()

/** The description is public and comes before sign-in. */
function anonymousClient(cloud: AzureCloud, version: string, milliseconds: number) {
  const nobody = { getToken: () => Promise.resolve(null) }
  const client = createContainerService(
    nobody,
    '',
    pipelineOptions({ cloud, version }, { ...defaultLimits, run: milliseconds })
  )
  client.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' })
  return client
}
