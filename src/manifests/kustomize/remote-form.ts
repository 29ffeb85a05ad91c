/** How kustomize takes a text: as a file to load; failing that, as a directory or repository; before that, as objects. */
export type Taken = 'as-file' | 'as-file-or-root' | 'as-objects-or-root'

/** kustomize, api/internal/loader/fileloader.go, IsRemoteFile: what Go's url.Parse takes for one of these schemes. */
const fetchedFile = /^https?:/i

/**
 * kustomize, api/internal/git/repospec.go, extractHost: these are cloned, whether or not there is a directory of that
 * name; a file of that name that is no list of resources is passed over.
 */
const repository = /^(?:(?:git::)?(?:ssh|https?|file):\/\/|(?:git::)?github\.com[:/])/i
/** With a user, what follows the host must name an owner and a repository, or be marked as one (parsePathParts). */
const withUser = /^(?:git::)?[a-z][a-z0-9-]{0,255}@[^:/]{0,255}[:/].{0,4096}(?:\/|\.git)/is

/**
 * What earlier releases fetched, which know more forms (hashicorp/go-getter, detect.go and get.go), or what looks like it
 * was meant so. Where something of that name is in the repository, it is that.
 */
const meantAsRemote =
  /^[^/]{1,255}:|^[\w.-]{1,255}@|^(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/|^s3[^/]{0,255}\.amazonaws\.com\/|\?(?:ref|version|timeout|submodules|archive|checksum)=|\.git(?:\/|$)|(?:^|\/)_git\//i

/** Linux takes no longer path (PATH_MAX), and no URL that a person writes is longer. */
export const longestPath = 4096

/** Whether kustomize takes a text from the network; `isThere` tells whether the repository has something of that name. */
export const isRemote = (written: string, taken: Taken, isThere: () => boolean): boolean => {
  const text = written.slice(0, longestPath).trim()
  if (fetchedFile.test(text)) return true
  if (taken === 'as-file') return false
  if (repository.test(text) || withUser.test(text)) return true
  return taken === 'as-file-or-root' && meantAsRemote.test(text) && !isThere()
}
