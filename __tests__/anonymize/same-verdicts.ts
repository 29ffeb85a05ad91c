import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { anonymous, type Anonymous } from '../../src/anonymize/anonymous.ts'
import { findingLines, verdictLines } from '../../src/anonymize/said.ts'
import { checks } from '../../src/checks/index.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { writeFacts } from '../../src/facts/facts-file.ts'
import { judge } from '../../src/judgement/findings.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import { defaultClassSeverity } from '../../src/settings/severity-limits.ts'
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

/** Every verdict, and what all checks find at how many places, without the words. */
async function saidOf(
  facts: Facts,
  files: readonly SourceText[],
  spoken?: (text: string) => string
): Promise<readonly string[]> {
  const judged = judgePulls(await manifestsIn(facts, files), facts)
  const findings = judge(checks, judged, defaultClassSeverity)
  return [...verdictLines(judged.verdicts, spoken), ...findingLines(findings)]
}

export type Compared = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly anonymous: Anonymous
  /** All that would be sent. */
  readonly sent: string
}

/** Verdicts and findings before and after, the former in the names of the latter. */
export async function compared(facts: Facts, files: readonly SourceText[]): Promise<Compared> {
  const result = anonymous({ facts, files, others: [] })
  return {
    before: await saidOf(facts, files, result.textOf),
    after: await saidOf(result.facts, result.files),
    anonymous: result,
    sent: [
      writeFacts(result.facts),
      ...result.files.flatMap(({ file, text }) => [file, text])
    ].join('\n')
  }
}
