import { groupBy } from '../../base/group-by.ts'
import { listText } from '../../base/sentences.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { PresentImage } from '../../facts/images.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { platformsText } from '../../pulls/platforms-text.ts'
import { type PoolAnswer, poolAnswers } from '../../pulls/image-platforms.ts'
import { type LookedUpPull, lookedUpPulls } from '../../pulls/looked-up.ts'
import type { Check, FindingDraft } from '../check.ts'
import { poolsText } from '../wording/wording.ts'
import { multiPlatform, pullText, subjectOfImage } from './image-text.ts'
import { forAllPlatforms, keepPodsAway } from './platform-cures.ts'

function finding(
  pull: LookedUpPull,
  image: PresentImage,
  uses: readonly ImageUse[],
  pools: readonly PoolAnswer[]
): FindingDraft {
  const nodePools = pools.map(({ pool }) => pool)
  const platforms = [...new Set(pools.flatMap(each => each.platforms))]
  return {
    ...subjectOfImage(pull, uses),
    severity: pools.some(({ lands }) => lands === 'yes') ? 'error' : 'warning',
    message: `${pullText(pull)} is pulled and cannot run on ${poolsText(nodePools)}: its only manifest is for ${platformsText(image)}, and its nodes are ${listText(platforms)}`,
    remediation: [forAllPlatforms(image, platforms), keepPodsAway(image)],
    nodePools
  }
}

/** Pods that land on the same pools share a finding. */
function* findingsOf(
  pull: LookedUpPull,
  image: PresentImage
): Generator<FindingDraft, void, undefined> {
  const answered = pull.access.uses.map(use => ({
    use,
    pools: poolAnswers(image, use, pull.from).filter(({ answer }) => answer === 'no')
  }))
  for (const alike of groupBy(answered, ({ pools }) => JSON.stringify(pools)).values()) {
    const [{ pools }] = alike
    if (pools.length > 0)
      yield finding(
        pull,
        image,
        alike.map(({ use }) => use),
        pools
      )
  }
}

export const imagePlatformMismatch: Check = {
  id: 'image-platform-mismatch',
  title: 'The image is pulled, and cannot run on the nodes',
  rationale: `A tag that stands for a single manifest, and not for an index, is pulled by every node: containerd does not look at the platform. On nodes of another architecture the container then fails with
\`exec format error\`, on Windows nodes of another build with "container operating system does not match the host". The verdict stays pull, because the pull works; this is an
error all the same, because the pod never runs. The typical case is an image built on a laptop with an ARM processor.

The platform is that of the image's config. Variants and 32-bit programs, which some processors run, are not reported.`,
  references: [
    multiPlatform,
    {
      title: 'Use Arm64 VMs in AKS',
      url: 'https://learn.microsoft.com/azure/aks/use-arm64-vms'
    }
  ],
  causes: ['N8', 'N9'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: [],
  *run({ pulls }) {
    for (const pull of lookedUpPulls(pulls))
      if (
        pull.found.known &&
        pull.found.value.state === 'present' &&
        pull.found.value.kind === 'manifest'
      )
        yield* findingsOf(pull, pull.found.value)
  }
}
