import { env } from 'node:process'
import * as core from '@actions/core'
import { InputError, messageOf } from '../base/errors.ts'
import { hasColumns, leftOutText } from '../reports/annotations.ts'
import { inertWords } from '../reports/escape.ts'
import { annotations, markdownReport, withinLimits, type Annotation } from '../reports/index.ts'
import type { Report, Summary } from '../reports/report.ts'
import { sourceLinks, type Environment } from './environment.ts'

/** Annotations and job summary of the step; the exit code is the door's business. */
export async function publishReport(report: Report, environment: Environment = env): Promise<void> {
  // An error is the annotation with which the step fails.
  if (report.error === null) annotate(report)
  await writeSummary(report, environment)
}

/**
 * The outputs of the step. Later steps hang on them, so that a step without them has failed.
 *
 * @param reportPath of the JSON report, or null when none was written
 * @throws InputError when the runner's file takes none
 */
export function publishOutputs(summary: Summary, reportPath: string | null): void {
  try {
    for (const [name, value] of Object.entries(outputs(summary, reportPath)))
      core.setOutput(name, value)
  } catch (error) {
    throw new InputError(
      `The outputs of this step cannot be written to GITHUB_OUTPUT (${messageOf(error)}): give the step a file there that it may write.`,
      { cause: error }
    )
  }
}

const commands = { error: core.error, warning: core.warning, notice: core.notice } as const

/** As `core.error` and its siblings take them. */
export function annotationProperties({ title, location }: Annotation): core.AnnotationProperties {
  if (location === null) return { title: inertWords(title) }
  const { file, line, endLine, column, endColumn } = location
  return {
    title: inertWords(title),
    file: inertWords(file),
    startLine: line,
    endLine,
    ...(hasColumns(location) ? { startColumn: column, endColumn } : {})
  }
}

function annotate(report: Report): void {
  const { shown, left } = withinLimits(annotations(report))
  for (const annotation of shown)
    commands[annotation.level](inertWords(annotation.message), annotationProperties(annotation))
  if (left > 0) core.notice(leftOutText(left), { title: report.tool.name })
}

/** A summary that cannot be written takes nothing away from the other reports. */
async function writeSummary(report: Report, environment: Environment): Promise<void> {
  if ((environment['GITHUB_STEP_SUMMARY'] ?? '') === '') return
  try {
    await core.summary.addRaw(markdownReport(report, { source: sourceLinks(environment) })).write()
  } catch (error) {
    core.warning(`The job summary could not be written: ${messageOf(error)}`)
  }
}

/** The action's outputs, by name; findings are those that count. */
export const outputs = (
  { conclusion, findings }: Summary,
  reportPath: string | null
): Readonly<Record<string, string>> => ({
  conclusion,
  findings: String(findings.error + findings.warning + findings.note + findings.unknown),
  errors: String(findings.error),
  warnings: String(findings.warning),
  unknown: String(findings.unknown),
  report: reportPath ?? ''
})
