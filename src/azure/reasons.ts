import { isRestError } from '@azure/arm-resourcegraph'
import * as z from 'zod/mini'
import { ReportedError, messageOf } from '../base/errors.ts'
import type { ArmAction } from '../facts/arm-action.ts'
import { known, type Fact, type Reason, type ReasonCode } from '../facts/fact.ts'
import { RequestTimeoutError, UntrustedAnswerError } from './arm-errors.ts'

/** What was asked: `cluster shop in resource group rg`, and the ARM action that it takes; null: none. */
export type Subject = { readonly what: string; readonly takes: ArmAction | null }

/** Anything that can go wrong with a request, in one shape. */
type Trouble = {
  readonly kind: 'answer' | 'no-answer' | 'timeout' | 'unusable'
  /** HTTP status, 0 without answer. */
  readonly status: number
  /** ARM's or the network's error code, '' when there is none. */
  readonly code: string
  readonly message: string
}

/** An answer of Azure, or the reason why there is none; only sign-in failures and our own bugs are thrown. */
export async function factOf<T>(subject: Subject, read: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await read())
  } catch (error) {
    if (error instanceof ReportedError) throw error
    return { known: false, reason: reasonOf(subject, error) }
  }
}

export function reasonOf(subject: Subject, error: unknown): Reason {
  const trouble = troubleOf(error)
  const row = rows.find(({ when }) => when(trouble)) ?? lastRow
  return {
    code: row.code,
    message: `${row.say(subject, trouble)}${citation(trouble)}`,
    permission: row.grantHelps === true ? (subject.takes?.action ?? null) : null
  }
}

function troubleOf(error: unknown): Trouble {
  const message = messageOf(error)
  if (error instanceof RequestTimeoutError) return { kind: 'timeout', status: 0, code: '', message }
  if (isRestError(error) && !(error.code === 'PARSE_ERROR' && error.statusCode === 200))
    return {
      kind: error.statusCode === undefined ? 'no-answer' : 'answer',
      status: error.statusCode ?? 0,
      code: error.code ?? '',
      message
    }
  return { kind: 'unusable', status: 0, code: '', message: unusable(error) }
}

/** Never the body itself: what comes from outside is not repeated before it is understood. */
function unusable(error: unknown): string {
  if (error instanceof UntrustedAnswerError) return error.message
  if (error instanceof z.core.$ZodError) return `${pathOf(error)} is missing or of another kind`
  return 'it is not JSON of the documented shape'
}

const pathOf = (error: z.core.$ZodError): string =>
  error.issues[0]?.path.map(String).join('.') ?? 'a property'

const citation = ({ status, code }: Trouble): string =>
  status === 0 ? '' : ` (${[String(status), code].join(' ').trim()})`

type Row = {
  readonly when: (trouble: Trouble) => boolean
  readonly code: ReasonCode
  /** Whether the subject's permission would bring the answer. */
  readonly grantHelps?: true
  readonly say: (subject: Subject, trouble: Trouble) => string
}

/**
 * What an error means; the first row that fits counts. Statuses and codes: "Resolve errors for Azure Resource Manager"
 * and "Common deployment errors" of the Azure documentation.
 */
const rows: readonly Row[] = [
  {
    when: ({ kind }) => kind === 'timeout',
    code: 'timeout',
    say: ({ what }, { message }) => `${what} could not be read: ${message}`
  },
  {
    when: ({ kind }) => kind === 'no-answer',
    code: 'network',
    say: ({ what }, { code }) =>
      `${what} could not be read: no connection to Azure Resource Manager${code === '' ? '' : ` (${code})`}`
  },
  {
    when: ({ kind }) => kind === 'unusable',
    code: 'unexpected-answer',
    say: ({ what }, { message }) => `Azure's answer on ${what} cannot be used: ${message}`
  },
  {
    when: ({ code }) => code === 'InvalidAuthenticationTokenTenant',
    code: 'forbidden',
    say: ({ what }) =>
      `${what} belongs to another tenant than the signed-in identity: sign in to that tenant`
  },
  {
    when: ({ status }) => status === 401,
    code: 'forbidden',
    say: ({ what }) => `${what} could not be read: Azure does not accept this sign-in`
  },
  {
    when: ({ status }) => status === 403,
    code: 'forbidden',
    grantHelps: true,
    say: ({ what, takes }, trouble) =>
      `${signedIn(trouble)} may not read ${what}${takes === null ? '' : `, it lacks ${takes.action}`}`
  },
  {
    // Azure Resource Manager does not tell a subscription out of sight from one that does not exist.
    when: ({ code }) => code === 'SubscriptionNotFound',
    code: 'not-visible',
    grantHelps: true,
    say: ({ what }) => `${what} is in a subscription that the signed-in identity cannot see`
  },
  {
    // A cloud without the api-version or the type, and proxies, answer 404 too (InvalidResourceType, no code at all).
    when: ({ status, code }) => status === 404 && /(?:NotFound|DoesNotExist)$/i.test(code),
    code: 'not-found',
    say: ({ what }) => `${what} does not exist, or not for the signed-in identity`
  },
  {
    when: ({ status }) => status === 429,
    code: 'throttled',
    say: ({ what }) => `${what} could not be read: Azure throttles for longer than a check waits`
  },
  {
    when: ({ status }) => status === 408 || status === 504,
    code: 'timeout',
    say: ({ what }) => `${what} could not be read: Azure took too long`
  }
]

const lastRow: Row = {
  when: () => true,
  code: 'unexpected-answer',
  say: ({ what }) => `${what} could not be read: Azure answered with an error`
}

/** ARM names who was refused: "The client '…' with object id '…' does not have authorization to perform action …". */
function signedIn({ message }: Trouble): string {
  const objectId = /object id '([0-9a-f-]{36})'/i.exec(message)?.[1]
  return objectId === undefined
    ? 'the signed-in identity'
    : `the signed-in identity (object id ${objectId})`
}
