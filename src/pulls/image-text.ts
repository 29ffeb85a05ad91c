import type { PresentImage } from '../facts/images.ts'
import { platformsText } from './platforms-text.ts'
import { type LookedUpPull, referenceText } from './looked-up.ts'

const kinds: Readonly<Record<PresentImage['kind'], string>> = {
  index: 'an index for ',
  manifest: 'one manifest for ',
  artifact: 'an artifact'
}

/** What a registry said of an image, in a sentence; null where it said nothing, or an obstacle says it. */
export function imageText(pull: LookedUpPull): string | null {
  const { found, from, askedAt, expected } = pull
  if (!found.known || askedAt === null) return null
  const registry = `Registry ${from.registry.name}`
  if (found.value.state === 'absent')
    return expected
      ? `${registry} did not have ${referenceText(pull)} at ${askedAt}, and this pipeline pushes it.`
      : null
  const { digest, kind } = found.value
  const platforms = kind === 'artifact' ? '' : platformsText(found.value)
  return `${registry} has ${referenceText(pull)}: ${digest}, ${kinds[kind]}${platforms}, as it said at ${askedAt}.`
}
