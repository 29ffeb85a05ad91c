import { capitalised } from '../../base/sentences.ts'
import { command } from '../../base/shell-command.ts'
import type { SubscriptionObstacle } from '../../pulls/obstacles/subscription.ts'
import {
  shareText,
  type SubscriptionShare,
  subscriptionShares
} from '../../pulls/subscription-shares.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { evidenceMessage, obstaclesOf } from '../wording/from-obstacles.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { subscriptionsRead } from '../../facts/related-resources/subscriptions.ts'

const effectsText = ({ cluster, registries }: SubscriptionShare): string =>
  [
    ...(cluster === null ? [] : ['its nodes may not run']),
    ...(registries.length === 0 ? [] : ['pulls may be refused'])
  ].join(' and ')

const subjectOfShare = ({
  uses,
  clusterId,
  cluster,
  registries: [registry, ...others]
}: SubscriptionShare): Pick<FindingDraft, 'uses' | 'cluster' | 'registry'> => ({
  uses,
  cluster: clusterId,
  ...(cluster !== null || registry === undefined || others.length > 0 ? {} : { registry })
})

const lookAtState = ({ subscriptionId }: SubscriptionShare): Remediation => ({
  description:
    'Look at the state now; who pays for the subscription can pay what is due or reactivate it in the Azure portal.',
  command: command(
    ...['az', 'account', 'list', '--all', '--refresh', '--query'],
    `[?id=='${subscriptionId}'].{name: name, state: state}`
  )
})

function notEnabled(obstacle: SubscriptionObstacle): FindingDraft {
  const { share, state } = obstacle
  const message = evidenceMessage(obstacle)
  switch (state.kind) {
    case 'shut':
      return {
        ...subjectOfShare(share),
        severity: 'warning',
        message: `${message}, so ${effectsText(share)}`,
        remediation: [lookAtState(share)]
      }
    case 'unclear':
      return {
        ...subjectOfShare(share),
        severity: 'unknown',
        message,
        remediation: [lookAtState(share)]
      }
    case 'not-told':
      return {
        ...subjectOfShare(share),
        severity: 'unknown',
        message,
        remediation: [bringAnswer(state.reason)]
      }
  }
}

const paymentDue = (share: SubscriptionShare, state: string): FindingDraft => ({
  ...subjectOfShare(share),
  severity: 'note',
  message: `${capitalised(shareText(share))} is in state ${state}: a payment is due; everything works, but Azure may disable the subscription`,
  remediation: [lookAtState(share)]
})

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
  permissions: [subscriptionsRead],
  words: ['subscription'],
  *run({ pulls, facts, obstacles }) {
    yield* obstaclesOf(obstacles, 'subscription').map(notEnabled)
    for (const share of subscriptionShares(pulls)) {
      const state = answerTo(facts, { kind: 'subscriptions', subscriptionId: share.subscriptionId })
      if (state?.known === true && state.value.toLowerCase() === 'pastdue')
        yield paymentDue(share, state.value)
    }
  }
}
