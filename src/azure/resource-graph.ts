import { resources } from '@azure/arm-resourcegraph/api'
import * as z from 'zod/mini'
import { UntrustedAnswerError } from './arm-errors.ts'
import type { Clients } from './clients.ts'

/**
 * All rows of a query over every subscription that the caller can see. What the caller may not read is missing without
 * a word, so that a row proves something and a missing row does not. Order by `id`: pages need a stable order
 * ("Azure Resource Graph: working with large data sets").
 */
export async function queryResources<T>(
  clients: Clients,
  query: string,
  row: z.ZodMiniType<T>
): Promise<T[]> {
  const answerSchema = z.object({
    data: z.array(row),
    skipToken: z.nullish(z.string()),
    resultTruncated: z.nullish(z.string())
  })
  const rows: T[] = []
  let skipToken: string | undefined
  for (let page = 1; page <= clients.limits.pages; page += 1) {
    const answer = answerSchema.parse(await ask(clients, query, skipToken))
    rows.push(...answer.data)
    skipToken = answer.skipToken ?? ''
    if (skipToken !== '') continue
    if (answer.resultTruncated === 'true')
      throw new UntrustedAnswerError('its list is cut off without a link to the rest')
    return rows
  }
  throw new UntrustedAnswerError(`its list does not end after ${clients.limits.pages} pages`)
}

const ask = (clients: Clients, query: string, skipToken: string | undefined): Promise<unknown> =>
  resources(clients.resourceGraph, {
    query,
    options: {
      resultFormat: 'objectArray',
      ...(skipToken === undefined ? {} : { skipToken })
    }
  })

/** A text as a Kusto literal; in single quotes only backslash and quote need an escape. */
export const kustoText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

export const kustoList = (texts: readonly string[]): string =>
  `(${texts.map(kustoText).join(', ')})`
