import { ok, type Answer, type Call } from '../exchange.ts'

const defaultPageSize = 1000

/** One page of an ARM list; `nextLink` repeats the request with a `$skiptoken`. */
export function page(call: Call, items: readonly unknown[], pageSize = defaultPageSize): Answer {
  const start = Number(call.query.get('$skiptoken') ?? '0')
  const end = start + pageSize
  const value = items.slice(start, end)
  if (end >= items.length) return ok({ value })
  const query = new URLSearchParams(call.query)
  query.set('$skiptoken', String(end))
  return ok({ value, nextLink: `https://${call.host}${encodeURI(call.path)}?${query.toString()}` })
}
