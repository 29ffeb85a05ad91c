import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { failureCausesPage } from '../../scripts/docs/failure-causes-page.ts'
import { knownIssuesPage } from '../../scripts/docs/known-issues-page.ts'
import { permissionsPage } from '../../scripts/docs/permissions-page.ts'
import { checks } from '../../src/checks/index.ts'

export const root = join(import.meta.dirname, '..', '..')

export const readText = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Headings and rationales; the examples hold no links. */
const checksText = (): string =>
  checks.map(({ id, rationale }) => `## ${id}\n\n${rationale}\n`).join('\n')

const generated: Readonly<Record<string, () => string>> = {
  'docs/checks.md': checksText,
  'docs/failure-causes.md': failureCausesPage,
  'docs/known-issues.md': knownIssuesPage,
  'docs/permissions.md': permissionsPage
}

const written = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'] as const

const handwritten = (): readonly string[] =>
  readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
    .filter(file => !(file in generated))

/** Every page by its path, the generated ones as they would be written now. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(generated).map(([file, write]) => [file, write()] as const),
    ...[...written, ...handwritten()].map(file => [file, readText(file)] as const)
  ])

/** TypeScript files below a folder of the repository, as paths relative to the repository. */
export const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
