import { createHash } from 'node:crypto'
import { UntrustedAnswerError } from '../arm-errors.ts'

/** As the image specification registers them (opencontainers/image-spec, descriptor.md). */
const algorithms: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 }

export const isDigest = (reference: string): boolean => reference.includes(':')

/** @throws UntrustedAnswerError when these are not the bytes that the digest stands for. */
export function requireDigest(bytes: string, digest: string): void {
  const [algorithm = '', hex = ''] = digest.split(':', 2)
  if (algorithms[algorithm] !== hex.length)
    throw new UntrustedAnswerError('it names a digest of another kind than sha256 and sha512')
  if (createHash(algorithm).update(bytes).digest('hex') !== hex)
    throw new UntrustedAnswerError(`its bytes are not those of ${shortDigest(digest)}`)
}

export const sha256 = (bytes: string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const shortDigest = (digest: string): string => digest.slice(0, 19)
