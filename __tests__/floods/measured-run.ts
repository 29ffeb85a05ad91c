import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundle } from '../emulator/run-bundle.ts'
import { runProgram, type Ending } from '../hostile/harness/run-program.ts'
import { formats } from '../../src/settings/options.ts'
import type { Files } from './flood.ts'

const facts = join(import.meta.dirname, '..', '..', 'examples', 'facts.json')

/** Runs the bundle on these files, offline, with a report of every format, in a place of its own. */
export async function measuredRun(files: Files): Promise<Ending> {
  const place = mkdtempSync(join(tmpdir(), 'acr-pull-check-flood-'))
  try {
    const workspace = join(place, 'workspace')
    for (const [path, text] of Object.entries({ 'deploy/.keep': '', ...files })) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true })
      writeFileSync(join(workspace, path), text)
    }
    return await runProgram({
      command: [
        process.execPath,
        bundle,
        ...['check', 'deploy', '--facts', facts, '--max-age', '99999d', '--format', 'json'],
        ...formats
          .filter(format => format !== 'json')
          .flatMap(format => ['--format', `${format}=${join(place, `report.${format}`)}`])
      ],
      prelude: undefined,
      directory: workspace,
      environment: {
        PATH: process.env['PATH'] ?? '',
        HOME: place,
        TMPDIR: place,
        NODE_COMPILE_CACHE: join(tmpdir(), 'acr-pull-check-compile-cache')
      },
      standardInput: '',
      place,
      during: undefined
    })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
