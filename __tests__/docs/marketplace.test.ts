import { load } from 'js-yaml'
import { expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { readText } from './pages.ts'

/**
 * What GitHub's Marketplace refuses. Source: docs.github.com, "Publishing actions in GitHub Marketplace" and "Metadata syntax
 * for GitHub Actions" (branding); the length of the description is told by its form when a release is drafted.
 */
const colors = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
const descriptionLimit = 125

const action = z
  .object({
    name: z.string(),
    description: z.string(),
    author: z.string(),
    branding: z.object({ icon: z.string(), color: z.string() })
  })
  .parse(load(readText('action.yml')))

test('the Marketplace takes the description of the action', () => {
  expect(action.description.length).toBeLessThan(descriptionLimit)
})

test('the Marketplace takes the name of the action, which is on one line and names no other', () => {
  expect(action.name).toMatch(/^[a-z][a-z0-9 -]{2,}$/)
  expect(action.name).not.toMatch(/github/i)
})

test('the Marketplace takes the branding: a Feather icon that it offers, and a colour of its list', () => {
  expect(action.branding.icon).toBe('check-square')
  expect(colors).toContain(action.branding.color)
})

test('the action of a repository on the Marketplace lies in its root, beside one README', () => {
  expect(readText('README.md')).toContain(`# ${action.name}`)
})
