import type { Files } from './hostile-case.ts'

/**
 * A link that the kernel follows out of the workspace, and that text seems to keep inside: `..` behind a link to a
 * folder means the parent of where the link leads (nodejs/node#60779).
 */
export const twoSteps = (outside: string, up: string, target: string) => ({
  hop: { 'o/hop': { link: `${outside}/deep` } } satisfies Files,
  link: `${up}o/hop/../${target}`
})
