import { version } from './version.ts'

/** The one place that knows the project's name and home; a test holds it against package.json. */
export const project = {
  name: 'acr-pull-check',
  version,
  url: 'https://github.com/acr-pull-check/acr-pull-check'
} as const

/** The section of a check in the documentation of this major version. */
export const checkUrl = (id: string): string => `${project.url}/blob/v1/docs/checks.md#${id}`
