import { createPrivateKey, createPublicKey, randomUUID, sign, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { isObject, type JsonObject } from '../arm-bodies/json.ts'

const certificates = join(import.meta.dirname, '..', 'certificates')

/** What a docker-registry trusts tokens by. */
export const tokensCertificate = join(certificates, 'registry-tokens.pem')
export const tokensIssuer = 'Azure Container Registry'

const certificate = readFileSync(tokensCertificate, 'utf8')
const privateKey = createPrivateKey(readFileSync(join(certificates, 'registry-tokens-key.pem')))
const publicKey = createPublicKey(certificate)

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const header = {
  typ: 'JWT',
  alg: 'RS256',
  x5c: [certificate.replace(/-----[^-]+-----|\s/g, '')]
}

/** A token of a registry: signed, for this service, with these claims. */
export function registryToken(service: string, seconds: number, claims: JsonObject): string {
  const now = Math.floor(Date.now() / 1000)
  const ordinary = { iss: tokensIssuer, aud: service, iat: now, nbf: now - 5, exp: now + seconds }
  const text = `${part(header)}.${part({ ...ordinary, jti: randomUUID(), ...claims })}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`
}

/** The claims of a token that this registry signed; null: it did not. */
export function registryClaims(service: string, token: string): JsonObject | null {
  const [head = '', claims = '', signature = ''] = token.split('.')
  const signed = Buffer.from(`${head}.${claims}`)
  if (!verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))) return null
  const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return isObject(parsed) && parsed['aud'] === service ? parsed : null
}

/** What a token lets its bearer do with one repository. */
export type Access = {
  readonly type: string
  readonly name: string
  readonly actions: readonly string[]
}
