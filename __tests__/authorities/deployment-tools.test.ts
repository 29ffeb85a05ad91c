import { describe, expect, test } from '@jest/globals'
import { resolvePlaceholders } from '../../src/kubernetes/placeholders/placeholders.ts'
import { applyEntry, matchesImage } from '../../src/manifests/kustomize/kustomize-images.ts'
import { lineLocation } from '../../src/yaml/location.ts'
import { expansions } from './envsubst-table.ts'
import { matches, splits } from './image-tag-table.ts'

describe('Flux fills in', () => {
  test.each(expansions)('%s with %j as %j; imitated: %s', (input, variables, output, imitated) => {
    const { text, unresolved } = resolvePlaceholders(input, {}, { variables, hidden: [] })
    if (imitated === 'yes') expect([text, unresolved]).toEqual([output, []])
    else expect(unresolved).not.toEqual([])
  })
})

describe('kustomize', () => {
  const entry = (name: string, newName: string | null = null) => ({
    name,
    newName,
    newTag: null,
    tagSuffix: null,
    digest: null,
    location: lineLocation('kustomization.yaml', 3)
  })

  test.each(matches)('takes %s for %s: %s', (name, image, expected) => {
    expect(matchesImage(entry(name), image)).toBe(expected)
  })

  test.each(splits)('splits %s behind %s', (image, name, kept) => {
    expect(applyEntry(entry(name, 'contoso.azurecr.io/new'), image)).toBe(
      `contoso.azurecr.io/new${kept}`
    )
  })
})
