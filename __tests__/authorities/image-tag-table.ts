/**
 * kustomize api/internal/image/image_test.go, TestIsImageMatched: whether an entry of `images` is for an image. The name is put into
 * a regular expression as it is, so a dot stands for any character; a name that Go refuses ends the build.
 */
type MatchRow = readonly [name: string, image: string, matches: 'yes' | 'no' | 'maybe']

const sha512 = `sha512:${'cf83e1357eefb8bd'.repeat(8)}`

export const matches: readonly MatchRow[] = [
  ['nginx', 'nginx', 'yes'],
  ['nginx', 'nginx:12345', 'yes'],
  ['nginx', 'nginx@sha256:xyz', 'yes'],
  ['nginx', 'nginx:12345@sha256:xyz', 'yes'],
  ['nginx', 'nginx@sha512:xyz', 'yes'],
  ['nginx', 'nginx:12345@sha512:xyz', 'yes'],
  ['nginx', `nginx@${sha512}`, 'yes'],
  ['nginx', 'nginx@multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8', 'yes'],
  ['nginx', 'apache:12345', 'no'],
  ['nginx', 'nginx2', 'no'],
  ['nginx', 'my/nginx', 'no'],
  ['nginx', 'nginx:{STABLE_TAG}', 'yes'],
  ['contoso.azurecr.io/app', 'contoso.azurecr.io/app:1', 'yes'],
  ['contoso.azurecr.io/app', 'contoso-azurecr-io/app:1', 'yes'],
  ['foo.com:443/nginx', 'foo.com:443/nginx:1.2.3', 'yes'],
  ['contoso.azurecr.io/(web|api)', 'contoso.azurecr.io/web:1', 'yes'],
  ['.*', 'contoso.azurecr.io/web:1', 'yes'],
  ['[', 'nginx', 'maybe']
]

/** TestSplit, with what an entry without a new version keeps (api/filters/imagetag/updater.go): the name alone is replaced. */
export const splits: readonly (readonly [image: string, name: string, kept: string])[] = [
  ['nginx', 'nginx', ''],
  ['nginx:1.2.3', 'nginx', ':1.2.3'],
  ['nginx@sha256:12345', 'nginx', '@sha256:12345'],
  ['nginx:1.2.3@sha256:12345', 'nginx', ':1.2.3@sha256:12345'],
  ['docker.io/nginx:1.2.3', 'docker.io/nginx', ':1.2.3'],
  ['foo.com:443/nginx:1.2.3', 'foo.com:443/nginx', ':1.2.3'],
  ['foo.com:443/nginx:1.2.3@sha256:12345', 'foo.com:443/nginx', ':1.2.3@sha256:12345']
]
