import { randomBytes } from 'node:crypto'
import { contoso } from '../../emulator/contoso.ts'
import { githubToken, idTokenRequestToken } from '../../emulator/services/github.ts'
import { tokenCanary } from '../../emulator/tokens.ts'

/** Secrets of one run, which must be in none of its outputs. */
export type Canary = {
  /** In every file outside of the workspace. */
  readonly outside: string
  /** In `.git/config` of the workspace, as a token that a checkout left there. */
  readonly git: string
  /** In the environment of the program. */
  readonly environment: string
}

const secret = (): string => `canary${randomBytes(12).toString('hex')}`

export const freshCanary = (): Canary => ({
  outside: secret(),
  git: secret(),
  environment: secret()
})

/** What the loopback Azure and GitHub give out or take. */
const emulated = [tokenCanary, idTokenRequestToken, githubToken, contoso.callerSecret]

/** The middle of the base64 of a text, as it stands in the base64 of anything that holds it, at each of three offsets. */
const base64Forms = (text: string): readonly string[] =>
  [0, 1, 2].map(offset =>
    Buffer.from('x'.repeat(offset) + text)
      .toString('base64')
      .slice(4, -4)
  )

/** Every form in which a template can write a secret down; lower case, but for base64. */
const formsOf = (text: string) => ({
  folded: [text, Array.from(text).reverse().join(''), Buffer.from(text).toString('hex')].map(form =>
    form.toLowerCase()
  ),
  exact: base64Forms(text)
})

/** The secrets of a run that a text holds. */
export function secretsIn(text: string, canary: Canary): readonly string[] {
  const folded = text.toLowerCase()
  return [...Object.values(canary), ...emulated].filter(each => {
    const forms = formsOf(each)
    return (
      forms.folded.some(form => folded.includes(form)) ||
      forms.exact.some(form => text.includes(form))
    )
  })
}
