/** Node images that count their versions differently. */
export type NodeImageLine = 'linux' | 'windows2022' | 'windows2025'

/** The version at the end of a node image's name, comparable within its line; null line: no such line is tracked. */
export type NodeImage = { readonly line: NodeImageLine | null; readonly numbers: readonly number[] }

/** Build numbers of Windows Server (Microsoft, "Windows Server release information"). */
const windowsBuilds: Readonly<Record<string, NodeImageLine>> = {
  '20348': 'windows2022',
  '26100': 'windows2025'
}

const numbersOf = (text: string): readonly number[] => text.split('.').map(Number)

/** `AKSWindows-2022-containerd-gen2-20348.4893.260311`: build, revision, date. */
function windowsImage(text: string): NodeImage | null {
  const version = /(?<build>\d{5})\.\d+\.\d{6}$/.exec(text)
  const line = windowsBuilds[version?.groups?.['build'] ?? ''] ?? null
  return version === null ? null : { line, numbers: numbersOf(version[0]) }
}

/** `AKSUbuntu-2204gen2containerd-202306.19.0`; until 2022 `…-2022.01.07`: date, then the build of that day. */
function linuxImage(text: string): NodeImage | null {
  const { month, day, build } =
    /(?:^|-)(?<month>20\d{4}|20\d{2}\.\d{2})\.(?<day>\d{2})(?:\.(?<build>\d+))?$/.exec(text)
      ?.groups ?? {}
  if (month === undefined || day === undefined) return null
  return { line: 'linux', numbers: [month.replace('.', ''), day, build ?? '0'].map(Number) }
}

/** The first Linux node image with which managed identities reach regional endpoints (ACR docs, "Geo-replication"). */
export const firstForRegionalEndpoints = '202607.29.0'

/**
 * The first Linux node images that are seen with a credential provider that knows identity bindings: v1.34.7 and v1.35.2 or
 * later (Azure/AKS vhd-notes AKSUbuntu-2204/202604.13.0 and 202606.08.1; cloud-provider-azure #9907).
 */
export const firstForIdentityBindings: readonly {
  readonly minor: string
  readonly nodeImage: string
}[] = [
  { minor: '1.34', nodeImage: '202604.13.0' },
  { minor: '1.35', nodeImage: '202606.08.1' }
]

/** null when the name ends in no version, or in one of the other operating system. */
export function parseNodeImage(
  nodeImageVersion: string | null,
  osType: 'Linux' | 'Windows'
): NodeImage | null {
  if (nodeImageVersion === null) return null
  return osType === 'Windows' ? windowsImage(nodeImageVersion) : linuxImage(nodeImageVersion)
}

/** Negative when `left` is older; both of the same line. */
export function compareNodeImages(left: NodeImage, right: NodeImage): number {
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
