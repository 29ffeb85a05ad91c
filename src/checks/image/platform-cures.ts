import { command } from '../../base/shell-command.ts'
import type { PresentImage } from '../../facts/images.ts'
import type { Remediation } from '../check.ts'

/** What `docker buildx build --platform` takes of a platform as it is shown. */
const withoutBuild = (platform: string): string => platform.split(' (', 1).join('')

const namedBy = ({ platforms }: PresentImage): readonly string[] =>
  platforms.flatMap(platform =>
    platform === null || platform.os === 'unknown'
      ? []
      : [[platform.os, platform.architecture, platform.variant ?? ''].filter(Boolean).join('/')]
  )

/** Windows images need a base of the right build, which no option of a build chooses. */
export function forAllPlatforms(image: PresentImage, missing: readonly string[]): Remediation {
  const platforms = [...new Set([...namedBy(image), ...missing.map(withoutBuild)])]
  return platforms.some(platform => platform.startsWith('windows/'))
    ? {
        description: `Push the image as an index that also has ${missing.join(' and ')}; an image for Windows needs a base image of that build.`,
        command: null
      }
    : {
        description: 'Build and push the image for all of these platforms.',
        command: command(
          ...['docker', 'buildx', 'build', '--platform', platforms.join(','), '--push', '.']
        )
      }
}

export function keepPodsAway(image: PresentImage): Remediation {
  const [first = 'linux/amd64'] = namedBy(image)
  const [os = '', architecture = ''] = first.split('/')
  return {
    description: `Or keep the pods on nodes that it fits, with a node selector: kubernetes.io/os: ${os}, kubernetes.io/arch: ${architecture}${os === 'windows' ? ', kubernetes.azure.com/os-sku for the build' : ''}.`,
    command: null
  }
}
