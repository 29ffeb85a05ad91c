import type { Registry } from './facts.ts'

/** While a registry is changed it goes on serving. */
export const isBeingUpdated = ({ provisioningState }: Registry): boolean =>
  provisioningState?.toLowerCase() === 'updating'
