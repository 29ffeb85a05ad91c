import * as z from 'zod/mini'
import { RequestTimeoutError, UntrustedAnswerError } from '../arm-errors.ts'
import { unknown, type Fact, type ReasonCode } from '../../facts/fact.ts'
import { isNetworkTrouble, type RegistryResponse } from './registry-requests.ts'

const registryErrors = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.nullish(z.string()) }))
})

/** The code of the first error in a body of the distribution specification; '' for any other body. */
export function errorCode({ text }: RegistryResponse): string {
  return firstError(text)?.code ?? ''
}

function firstError(
  text: string
): { readonly code: string; readonly message?: string | null | undefined } | undefined {
  try {
    return registryErrors.safeParse(JSON.parse(text)).data?.errors[0]
  } catch {
    return undefined
  }
}

/** What a request was about, and what right would bring its answer; null: none that we know. */
export type AskedAbout = {
  readonly loginServer: string
  readonly what: string
  readonly right: string | null
}

export const lacking = (what: string, right: string | null): string =>
  `the signed-in identity may not read ${what}${right === null ? '' : `, it lacks ${right}`}`

type Row = {
  readonly when: (status: number, code: string, message: string) => boolean
  readonly code: ReasonCode
  readonly rightHelps?: true
  readonly say: (asked: AskedAbout) => string
}

/** What a status means; the first row that fits counts. Sources: "Troubleshoot registry login" and "… network issues". */
const rows: readonly Row[] = [
  {
    when: status => status === 401,
    code: 'forbidden',
    rightHelps: true,
    say: ({ what, right }) => lacking(what, right)
  },
  {
    // "client with IP '…' is not allowed access", and the same where public access is off.
    when: (status, code, message) =>
      status === 403 && (code === 'DENIED' || /not allowed access/i.test(message)),
    code: 'network',
    say: ({ loginServer }) =>
      `registry ${loginServer} does not let this machine in: its firewall is closed to the address that asks`
  },
  {
    when: status => status === 403,
    code: 'forbidden',
    rightHelps: true,
    say: ({ what }) => `${what} is refused to the signed-in identity`
  },
  {
    when: status => status === 405,
    code: 'forbidden',
    say: ({ what }) => `the registry does not allow that ${what} is read`
  },
  {
    when: status => status === 429,
    code: 'throttled',
    say: ({ loginServer }) => `registry ${loginServer} throttles for longer than a check waits`
  },
  {
    when: status => status === 408 || status === 504,
    code: 'timeout',
    say: ({ loginServer }) => `registry ${loginServer} took too long`
  },
  {
    when: status => status === 404,
    code: 'unexpected-answer',
    say: ({ what }) => `${what} was not found, and not by the registry itself, as it seems`
  },
  {
    when: status => status >= 300 && status < 400,
    code: 'unexpected-answer',
    say: ({ what }) => `the question about ${what} is sent elsewhere, which is not followed`
  }
]

/** Why a response is no answer. */
export function refusal(asked: AskedAbout, response: RegistryResponse): Fact<never> {
  const { status, text } = response
  const error = firstError(text)
  const code = error?.code ?? ''
  const row = rows.find(({ when }) => when(status, code, error?.message ?? ''))
  const citation = ` (${[String(status), citable(code)].join(' ').trim()})`
  if (row === undefined)
    return unknown(
      'unexpected-answer',
      `${asked.what} could not be read: the registry answered with an error${citation}`
    )
  return unknown(row.code, `${row.say(asked)}${citation}`, row.rightHelps ? asked.right : null)
}

/** A code is a word; anything else is somebody's text. */
const citable = (code: string): string => (/^[A-Z_]{1,40}$/.test(code) ? code : '')

/** Runs a reader; whatever goes wrong on the wire is a reason. */
export async function readFrom<T>(
  asked: AskedAbout,
  read: () => Promise<Fact<T>>
): Promise<Fact<T>> {
  try {
    return await read()
  } catch (error) {
    return noAnswer(asked, error)
  }
}

function noAnswer({ loginServer, what }: AskedAbout, error: unknown): Fact<never> {
  if (error instanceof RequestTimeoutError)
    return unknown('timeout', `registry ${loginServer} could not be asked: ${error.message}`)
  if (isNetworkTrouble(error))
    return unknown(
      'network',
      `registry ${loginServer} could not be asked: no connection${error.code === undefined ? '' : ` (${error.code})`}`
    )
  return unknown(
    'unexpected-answer',
    `the registry's answer on ${what} cannot be used: ${unusable(error)}`
  )
}

/** Never the body itself: what comes from outside is not repeated. */
function unusable(error: unknown): string {
  if (error instanceof UntrustedAnswerError) return error.message
  if (error instanceof z.core.$ZodError)
    return `${error.issues[0]?.path.map(String).join('.') ?? 'a property'} is missing or of another kind`
  return 'it is not JSON of the documented shape'
}
