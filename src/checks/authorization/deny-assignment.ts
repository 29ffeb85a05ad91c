import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { command } from '../../base/shell-command.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

export const denyAssignment: Check = {
  id: 'deny-assignment',
  title: 'A deny assignment forbids the pull',
  rationale: `A deny assignment beats every role assignment. Azure creates them for managed applications, deployment stacks and
blueprints; nobody can delete them by hand, the owner of the stack or application changes its deny settings.`,
  references: [
    {
      title: 'Understand Azure deny assignments',
      url: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments'
    }
  ],
  causes: ['Z8'],
  permissions: grantReads,
  words: ['denied'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'denied'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: deny assignment '${cause.deny.name}' at ${cause.deny.scope} forbids ${pullerText(verdict.puller)} to pull`,
        remediation: [
          {
            description:
              'Exclude the principal in the deny settings of the deployment stack or managed application that made it.',
            command: command(
              'az',
              'rest',
              '--method',
              'get',
              '--url',
              `${cause.deny.id}?api-version=2022-04-01`
            )
          }
        ]
      })
  }
}
