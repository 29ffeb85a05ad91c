import { command } from '../../base/shell-command.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { Registry } from '../../facts/facts.ts'
import { regionOfEndpoint } from '../../facts/registry-hosts.ts'
import type { RegionalEndpointObstacle } from '../../pulls/obstacles/regional-endpoint.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { registryPartCommand } from '../wording/azure-commands.ts'
import { obstaclesOf } from '../wording/from-obstacles.ts'
import { answerCure } from '../wording/missing-answer.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/** The same as where a replica is missing, which is told here where it is why the endpoint is. */
export const replicate = (registry: Registry, region: string): Remediation => ({
  description: 'Or replicate the registry to this region.',
  command: registryPartCommand(
    ...([registry, ['replication', 'create'], region] as const),
    ...['--location', region]
  )
})

function remediation({ from, fault }: RegionalEndpointObstacle): readonly Remediation[] {
  const { name, loginServer, subscriptionId } = from.registry
  const region = regionOfEndpoint(from.host)
  const global: Remediation = {
    description: `Use the global login server ${loginServer}, which answers in every region.`,
    command: null
  }
  const show: Remediation = {
    description: 'Or see which endpoints the registry has.',
    command: command(
      'az',
      'acr',
      'show-endpoints',
      '--name',
      name,
      '--subscription',
      subscriptionId
    )
  }
  switch (fault.kind) {
    case 'off':
      return [
        global,
        {
          description: 'Or switch the regional endpoints on (preview, tier Premium).',
          command: command(
            ...['az', 'acr', 'update', '--name', name, '--regional-endpoints', 'enabled'],
            ...['--subscription', subscriptionId]
          )
        }
      ]
    case 'not-listed':
      return [global, ...(region === null ? [] : [replicate(from.registry, region)]), show]
    case 'not-told':
      return fault.reason === null
        ? [global, show]
        : [global, show, { description: answerCure(fault.reason), command: null }]
  }
}

const draft = (obstacle: RegionalEndpointObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, [...obstacle.pulls.uses]),
  severity: obstacle.certainty === 'surely' ? 'error' : 'unknown',
  message: `${pullsText(obstacle.from)} ${obstacle.certainty === 'surely' ? 'fail' : 'may fail'}: ${obstacle.evidence.join('; ')}`,
  remediation: remediation(obstacle)
})

export const regionalEndpointOff: Check = {
  id: 'regional-endpoint-off',
  title: 'The registry does not answer at this regional endpoint',
  rationale: `Regional endpoints (\`NAME.REGION.geo.azurecr.io\`) are a preview that somebody must switch on for the registry; it then answers at one in each of
its regions, and nowhere else. Where they are off, or the registry has none in that region, nobody can pull by that host, whatever roles he holds. Azure tells it in the preview of its API alone:
where that is not known, neither is the answer.`,
  references: [
    {
      title: 'Regional endpoints for geo-replicated registries (preview)',
      url: 'https://github.com/Azure/acr/blob/main/docs/preview/regional-endpoints/regional-endpoints.md'
    }
  ],
  causes: ['T13'],
  permissions: [clusterRead, registryRead],
  words: ['regional-endpoint'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'regional-endpoint').map(draft)
  }
}
