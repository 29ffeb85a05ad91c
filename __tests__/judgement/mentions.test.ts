import { expect, test } from '@jest/globals'
import { readFacts } from '../../src/facts/facts-file.ts'
import { judgement } from '../../src/judgement/judgement.ts'
import { textReport } from '../../src/reports/text/text.ts'
import { checkInputs } from '../../src/settings/inputs.ts'
import { worldNamed } from '../worlds/worlds.ts'
import { worldWithoutTools } from '../manifests/binaries.ts'
import { load, podWith } from '../manifests/workspace-files.ts'

const operator = podWith('ghcr.io/example/operator:1').replace(
  /$/,
  '    args: ["--job-image=contoso.azurecr.io/jobs/runner:2"]\n    env: [{name: SIDECAR, value: contosonone.azurecr.io/jobs/sidecar:3}]\n'
)

const reportWith = async (classSeverity: readonly string[]) => {
  const facts = readFacts(JSON.stringify(worldNamed('contoso-one-pool')))
  const inputs = checkInputs({
    manifests: ['.'],
    facts: ['facts.json'],
    ...(classSeverity.length === 0 ? {} : { 'class-severity': classSeverity })
  })
  const { judgesMentions } = inputs.manifests
  const manifests = await load({ 'pod.yaml': operator }, { judgesMentions }, worldWithoutTools)
  return judgement(manifests, facts, 'file', inputs)
}

test.each<[string, readonly string[], number]>([
  ['are counted and not judged', [], 0],
  ['are not judged where another class is named', ['field=error'], 0],
  ['are not judged where they are switched off', ['mention=off'], 0],
  ['are judged where class-severity asks for them', ['mention=note'], 2]
])('images that env and args mention %s', async (_name, classSeverity, judged) => {
  const report = await reportWith(classSeverity)
  expect(report.verdicts).toHaveLength(judged)
  expect(report.findings.every(({ severity }) => severity === 'note')).toBe(true)
  const said = '2 images that env, args or other texts mention are not judged'
  expect(textReport(report).includes(said)).toBe(judged === 0)
})
