import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { actionFile } from './docs/action-file.ts'
import { checksPage } from './docs/checks-page.ts'
import { configJsonSchema } from './docs/config-schema.ts'
import { factsJsonSchema } from './docs/facts-schema.ts'
import { failureCausesPage } from './docs/failure-causes-page.ts'
import { knownIssuesPage } from './docs/known-issues-page.ts'
import { limitsPage } from './docs/limits-page.ts'
import { permissionsPage, readerRoleFile } from './docs/permissions-page.ts'
import { reportJsonSchema } from './docs/report-schema.ts'
import { withGeneratedParts } from './docs/readme.ts'
import { versionModule } from './docs/version-module.ts'

const root = join(import.meta.dirname, '..')

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Every generated file of the repository; CI fails when one of them differs from what is committed. */
const files: Readonly<Record<string, () => string>> = {
  'action.yml': actionFile,
  'docs/checks.md': checksPage,
  'docs/failure-causes.md': failureCausesPage,
  'docs/known-issues.md': knownIssuesPage,
  'docs/limits.md': limitsPage,
  'docs/permissions.md': permissionsPage,
  'docs/acr-pull-check-reader.role.json': readerRoleFile,
  'schema/facts.schema.json': () => json(factsJsonSchema()),
  'schema/report.schema.json': () => json(reportJsonSchema()),
  'schema/config.schema.json': () => json(configJsonSchema()),
  'src/base/version.ts': () => versionModule(readFileSync(join(root, 'package.json'), 'utf8')),
  'README.md': () => withGeneratedParts(readFileSync(join(root, 'README.md'), 'utf8'))
}

for (const [file, write] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), write())
}
