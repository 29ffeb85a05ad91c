import * as z from 'zod/mini'
import { listOf, text, type ValueOf } from './schema-parts.ts'

export const cloud = z.object({
  name: z.enum(['AzurePublicCloud', 'AzureUSGovernment', 'AzureChinaCloud', 'custom']),
  /** Login server suffixes of this cloud, without leading dot, such as `azurecr.io`. */
  registrySuffixes: listOf(text)
})

export type Cloud = ValueOf<typeof cloud>
