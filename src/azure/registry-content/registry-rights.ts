import type { Registry } from '../../facts/facts.ts'

/** The least that lets somebody ask about an image ("Azure permissions for Containers", Azure RBAC documentation). */
const rights = {
  legacy: 'Microsoft.ContainerRegistry/registries/pull/read',
  abac: 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'
} as const

/** What is missing where a registry refuses; null: ARM does not tell how it grants. */
export const missingRight = ({ roleAssignmentMode }: Registry): string | null =>
  roleAssignmentMode === null ? null : rights[roleAssignmentMode]
