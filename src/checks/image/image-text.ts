import type { LookedUpPull } from '../../pulls/looked-up.ts'
import { isDigest } from '../../pulls/lookup-policy.ts'
import type { FindingDraft, Reference } from '../check.ts'
import { subjectOf } from '../wording/from-verdicts.ts'
import { clusterText } from '../wording/wording.ts'

/** Such as `contoso.azurecr.io/shop/web:1.4 on cluster aks-prod`. */
export const pullText = ({ access }: LookedUpPull): string =>
  `${access.image} on ${clusterText(access)}`

/** What a finding about one image says it is about; `uses` where not all of them are concerned. */
export const subjectOfImage = (
  { access }: LookedUpPull,
  uses: Iterable<FindingDraft['uses'][number]>
): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> =>
  subjectOf({ ...access, uses: [...uses] })

/** As `az acr` spells it: `shop/web:1.4` or `shop/web@sha256:…`. */
export const nameInRegistry = ({ access, reference }: LookedUpPull): string =>
  `${access.repository}${reference === null ? '' : `${isDigest(reference) ? '@' : ':'}${reference}`}`

export const multiPlatform: Reference = {
  title: 'Multi-architecture images in Azure Container Registry',
  url: 'https://learn.microsoft.com/azure/container-registry/push-multi-architecture-images'
}

export const howLooked = `The registry is asked for the manifest, and for the config where it is no index, never for a layer; who may not look gets no finding (see \`--registry-lookup\`).`
