import { dirname, sep } from 'node:path'

/** An object of a name, in the file (absolute) where it stands. */
type Named = {
  readonly file: string
  readonly metadata: { readonly name: string; readonly namespace?: string | null | undefined }
}

/** Who names another object: from where, and in which namespace. */
export type Naming = { readonly file: string; readonly namespace: string | null | undefined }

/** Each cluster's directory often has an object of the same name, so the closest one counts; null where two are. */
export const closestNamed = <Object extends Named>(
  objects: readonly Object[],
  name: string,
  { file, namespace }: Naming
): Object | null => {
  const ranked = objects
    .filter(({ metadata }) => metadata.name === name)
    .filter(
      ({ metadata }) => (metadata.namespace ?? namespace) === (namespace ?? metadata.namespace)
    )
    .map(found => ({ found, shared: sharedSegments(dirname(found.file), dirname(file)) }))
    .sort((one, other) => other.shared - one.shared)
  const [best, second] = ranked
  return best === undefined || best.shared === second?.shared ? null : best.found
}

const sharedSegments = (one: string, other: string): number => {
  const segments = other.split(sep)
  const differing = one.split(sep).findIndex((segment, index) => segment !== segments[index])
  return differing < 0 ? one.split(sep).length : differing
}
