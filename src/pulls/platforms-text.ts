/** What a manifest is built for, as its index or its config names it. */
type Platform = {
  readonly os: string
  readonly architecture: string
  readonly variant: string | null
  readonly osVersion: string | null
}

/** Beyond these many a reader counts no more. */
const mostPlatforms = 8

function platformText({ os, architecture, variant, osVersion }: Platform): string {
  const path = [os, architecture, variant ?? ''].filter(part => part !== '').join('/')
  return osVersion === null || osVersion === '' ? path : `${path} (${osVersion})`
}

/** Such as `linux/amd64, linux/arm64`; attestations (`unknown/unknown`) and what names no platform are left out. */
export function platformsText({
  platforms
}: {
  readonly platforms: readonly (Platform | null)[]
}): string {
  const named = platforms.flatMap(platform =>
    platform === null || platform.os === 'unknown' ? [] : platformText(platform)
  )
  const distinct = [...new Set(named)]
  const left = distinct.length - mostPlatforms
  if (distinct.length === 0) return 'no platform'
  return left > 0
    ? `${distinct.slice(0, mostPlatforms).join(', ')} and ${left} more`
    : distinct.join(', ')
}
