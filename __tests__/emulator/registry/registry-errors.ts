import type { Answer } from '../exchange.ts'

/** An error as a registry words it (opencontainers/distribution-spec, error codes). */
export const registryError = (status: number, code: string, message: string): Answer => ({
  status,
  body: { errors: [{ code, message }] }
})

export const unauthorized = (repository: string, action: string): Answer => ({
  status: 401,
  body: {
    errors: [
      {
        code: 'UNAUTHORIZED',
        message:
          'authentication required, visit https://aka.ms/acr/authorization for more information.',
        detail: [{ Type: 'repository', Name: repository, Action: action }]
      }
    ]
  }
})
