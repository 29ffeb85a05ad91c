import { parseNodeImage } from './node-image.ts'
import type { NodePoolTraits } from './node-labels.ts'

/** What a node is, as containerd sees it. */
export type NodePlatform =
  | { readonly os: 'linux'; readonly architecture: 'amd64' | 'arm64' }
  /** `build`: of Windows Server 10.0. Windows nodes are always amd64 ("Use Arm64 VMs in AKS"). */
  | { readonly os: 'windows'; readonly build: number }

/** AKS docs, "Windows node pools"; the annual channel has another build each year. */
const buildsBySku: Readonly<Record<string, number>> = {
  windows2019: 17763,
  windows2022: 20348,
  windows2025: 26100
}

/** null: Azure does not tell. */
export function nodePlatformOf({
  osType,
  osSku,
  architecture,
  nodeImageVersion
}: Pick<NodePoolTraits, 'osType' | 'osSku' | 'architecture'> & {
  readonly nodeImageVersion: string | null
}): NodePlatform | null {
  if (osType === 'Linux') return architecture === null ? null : { os: 'linux', architecture }
  const ofImage = parseNodeImage(nodeImageVersion, 'Windows')?.numbers[0]
  const build = ofImage ?? buildsBySku[osSku?.toLowerCase() ?? '']
  return build === undefined ? null : { os: 'windows', build }
}

/** As an image index names it. */
export const nodePlatformText = (node: NodePlatform): string =>
  node.os === 'windows' ? `windows/amd64 (build ${node.build})` : `linux/${node.architecture}`
