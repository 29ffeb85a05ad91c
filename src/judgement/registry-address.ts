import { registryAddress, registryHost } from '../kubernetes/images/registry-host.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'

/** The registry as the image names it, with its port: facts and obstacles know the host alone. */
export function addressIn(host: string, [first]: readonly ImageUse[]): string {
  const image = first?.image
  return image?.kind === 'reference' && registryHost(image.reference) === host
    ? registryAddress(image.reference)
    : host
}
