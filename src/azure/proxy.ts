import { InputError } from '../base/errors.ts'

/** As the SDKs (@typespec/ts-http-runtime, proxyPolicy.ts) and the toolkit's HTTP client look them up, lower case too. */
const variables = ['HTTPS_PROXY', 'ALL_PROXY', 'HTTP_PROXY'].flatMap(name => [
  name,
  name.toLowerCase()
])

/**
 * The SDKs fail on a proxy that is no URL with an error that names neither it nor its variable.
 *
 * @throws InputError without the value, which may hold a password.
 */
export function requireUsableProxy(
  environment: Readonly<Record<string, string | undefined>>
): void {
  const broken = variables.find(name => isBroken(environment[name] ?? ''))
  if (broken !== undefined)
    throw new InputError(
      `Environment variable ${broken} names no proxy that can be used: write it as http://HOST:PORT, or unset it.`
    )
}

const isBroken = (value: string): boolean =>
  value !== '' && !(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
