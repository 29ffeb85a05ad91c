import { grouped } from '../../base/grouping.ts'
import { capitalised } from '../../access/wording.ts'
import type { ImageUse } from '../../kubernetes/image-use.ts'
import type { Check, CheckContext, FindingDraft } from '../check.ts'
import { listText } from '../wording/lists.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { readSubscriptions } from '../wording/permissions.ts'
import { predicted } from '../wording/prediction.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { command } from '../../base/shell-command.ts'
import { subscriptionStateOf } from '../../pulls/surroundings-of.ts'

/** What one subscription has to do with the pulls of one cluster. */
type Share = {
  readonly subscriptionId: string
  readonly clusterId: string
  /** Name of the cluster if it is in the subscription. */
  readonly cluster: string | null
  /** Hosts of the registries that are in it. */
  readonly registries: readonly string[]
  readonly uses: readonly ImageUse[]
}

function shareOf(subscriptionId: string, pulls: readonly RegistryPulls[]): readonly Share[] {
  const isIn = (resource: { readonly subscriptionId: string }): boolean =>
    resource.subscriptionId.toLowerCase() === subscriptionId
  const fromIt = pulls.filter(({ registry }) => isIn(registry))
  return pulls.slice(0, 1).map(({ clusterId, cluster }) => ({
    subscriptionId,
    clusterId,
    cluster: isIn(cluster) ? cluster.name : null,
    registries: fromIt.map(({ host }) => host),
    uses: [...new Set((isIn(cluster) ? pulls : fromIt).flatMap(({ uses }) => uses))]
  }))
}

const subscriptionsOf = (pulls: readonly RegistryPulls[]): ReadonlySet<string> =>
  new Set(
    pulls
      .flatMap(({ cluster, registry }) => [cluster.subscriptionId, registry.subscriptionId])
      .map(id => id.toLowerCase())
  )

const shares = (context: CheckContext): readonly Share[] =>
  [...grouped(registryPulls(context), ({ clusterId }) => clusterId).values()].flatMap(pulls =>
    [...subscriptionsOf(pulls)].flatMap(id => shareOf(id, pulls))
  )

type Consequence = { readonly severity: 'warning' | 'note'; readonly text: string }

/** By state in lower case ("Azure subscription states"). */
const consequences: Readonly<Record<string, Consequence>> = {
  pastdue: {
    severity: 'note',
    text: 'a payment is due; everything works, but Azure may disable the subscription'
  },
  warned: {
    severity: 'warning',
    text: 'Azure takes its resources offline, and disables it if nobody acts'
  },
  disabled: {
    severity: 'warning',
    text: 'Azure stops its virtual machines and disables its services'
  },
  deleted: { severity: 'warning', text: 'Azure deletes its resources with it' }
}

const otherState: Consequence = {
  severity: 'note',
  text: 'what that means for its resources is not known'
}

function subjectText({ subscriptionId, cluster, registries }: Share): string {
  const holds = [
    ...(cluster === null ? [] : [`cluster ${cluster}`]),
    ...registries.map(host => `registry ${host}`)
  ]
  return `subscription ${subscriptionId} of ${listText(holds)}`
}

const effectsText = ({ cluster, registries }: Share): string =>
  [
    ...(cluster === null ? [] : ['its nodes may not run']),
    ...(registries.length === 0 ? [] : ['pulls may be refused'])
  ].join(' and ')

const subjectOfShare = ({
  uses,
  clusterId,
  cluster,
  registries: [registry, ...others]
}: Share): Pick<FindingDraft, 'uses' | 'cluster' | 'registry'> => ({
  uses,
  cluster: clusterId,
  ...(cluster !== null || registry === undefined || others.length > 0 ? {} : { registry })
})

function finding(share: Share, state: string): FindingDraft {
  const { severity, text } = consequences[state.toLowerCase()] ?? otherState
  const effects = severity === 'warning' ? `, so ${effectsText(share)}` : ''
  return {
    ...subjectOfShare(share),
    ...predicted(severity),
    message: `${capitalised(subjectText(share))} is in state ${state}: ${text}${effects}`,
    remediation: [
      {
        description:
          'Look at the state now; who pays for the subscription can pay what is due or reactivate it in the Azure portal.',
        command: command(
          ...['az', 'account', 'list', '--all', '--refresh', '--query'],
          `[?id=='${share.subscriptionId}'].{name: name, state: state}`
        )
      }
    ]
  }
}

export const subscriptionNotEnabled: Check = {
  id: 'subscription-not-enabled',
  title: 'The subscription of the registry or the cluster is not enabled',
  rationale: `Azure disables a subscription that was cancelled, has spent its credit or is not paid for. It keeps the resources, which can still be read and so
look healthy: virtual machines are deallocated and services disabled. The state Warned comes before, and takes resources offline, too; while a
payment is past due everything goes on. Which message a pull ends in is not documented, and what still runs for a while is not known,
so these are warnings, and a note for past due.

States are asked for in a \`--thorough\` run, for the subscriptions of clusters and registries.`,
  references: [
    {
      title: 'Azure subscription states',
      url: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states'
    },
    {
      title: 'Reactivate a disabled Azure subscription',
      url: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-disabled'
    }
  ],
  causes: ['L6'],
  permissions: [readSubscriptions],
  *run(context) {
    for (const share of shares(context)) {
      const state = subscriptionStateOf(context.facts, share.subscriptionId)
      if (state === null) continue
      if (!state.known)
        yield {
          ...subjectOfShare(share),
          severity: 'unknown',
          message: `Whether ${subjectText(share)} is enabled cannot be said: ${state.reason.message}`,
          remediation: [bringAnswer(state.reason)]
        }
      else if (state.value.toLowerCase() !== 'enabled') yield finding(share, state.value)
    }
  }
}
