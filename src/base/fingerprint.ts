/** The prime 2^40 + 0x1b3 and the first value of the 64-bit variant, in halves of 32 bits (RFC 9923). */
const prime = { shift: 40 - 32, low: 0x1b3 }
const basis = { high: 0xcbf29ce4, low: 0x84222325 }

const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0')

/**
 * FNV-1a, 64 bits: an identity for comparing runs, not a protection (Fowler, Noll, Vo; RFC 9923). In halves, because
 * a report can have thousands of findings, and BigInt takes longer for them than the judgement.
 */
export function fingerprint(parts: readonly string[]): string {
  let { high, low } = basis
  for (const byte of new TextEncoder().encode(parts.join('\n'))) {
    const mixed = (low ^ byte) >>> 0
    const product = mixed * prime.low
    high = Math.imul(high, prime.low) + Math.floor(product / 2 ** 32) + (mixed << prime.shift)
    low = product % 2 ** 32
  }
  return hex(high) + hex(low)
}
