import { isObject, type JsonObject } from './arm-bodies/json.ts'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The signature of every token; tests look for it in every output, where it must never appear. */
export const tokenCanary = 'canary-signature-of-a-token'

/** A JSON Web Token that nobody signed. */
export const unsignedToken = (claims: JsonObject): string =>
  `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...claims, exp: 4102444800 })}.${tokenCanary}`

/** The claims of a token of this cloud, or null for anything else. */
export function readToken(token: string): JsonObject | null {
  const [, claims, signature] = token.split('.')
  if (claims === undefined || signature !== tokenCanary) return null
  const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return isObject(parsed) ? parsed : null
}

/** The claims behind `Authorization: Bearer …`, or null. */
export const bearerOf = (header: string | undefined): JsonObject | null => {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1]
  return token === undefined ? null : readToken(token)
}
