import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { anonymous, type Anonymous } from '../../src/anonymize/anonymous.ts'
import { verdictLines } from '../../src/anonymize/verdict-lines.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { writeFacts } from '../../src/facts/facts-file.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import type { Verdict } from '../../src/pulls/verdict.ts'
import type { SourceText } from '../../src/yaml/source.ts'
import { readAsWritten } from '../checks/fixtures.ts'

/** The manifests in these files, as a run reads them from disk. */
async function manifestsIn(facts: Facts, files: readonly SourceText[]): Promise<Manifests> {
  const workspace = mkdtempSync(join(tmpdir(), 'anonymous-'))
  try {
    for (const { file, text } of files) {
      mkdirSync(dirname(join(workspace, file)), { recursive: true })
      writeFileSync(join(workspace, file), text)
    }
    return await readAsWritten(['.'], workspace, facts)
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

const verdictsOf = async (
  facts: Facts,
  files: readonly SourceText[]
): Promise<readonly Verdict[]> => judgePulls(await manifestsIn(facts, files), facts).verdicts

export type Compared = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly anonymous: Anonymous
  /** All that would be sent. */
  readonly sent: string
}

/** Verdicts before and after, the former in the names of the latter. */
export async function compared(facts: Facts, files: readonly SourceText[]): Promise<Compared> {
  const result = anonymous({ facts, files, others: [] })
  return {
    before: verdictLines(await verdictsOf(facts, files), result.textOf),
    after: verdictLines(await verdictsOf(result.facts, result.files)),
    anonymous: result,
    sent: [
      writeFacts(result.facts),
      ...result.files.flatMap(({ file, text }) => [file, text])
    ].join('\n')
  }
}
