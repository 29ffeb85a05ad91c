/** The one place that knows the project's name, version and home; a test holds it against package.json. */
export const project = {
  name: 'acr-pull-check',
  version: '0.1.0',
  url: 'https://github.com/acr-pull-check/acr-pull-check'
} as const

/** The section of a check in the documentation of this major version. */
export const checkUrl = (id: string): string => `${project.url}/blob/v1/docs/checks.md#${id}`
