import { setTimeout as wait } from 'node:timers/promises'
import { everythingGranted } from '../../doors/deployments.ts'
import { chartYaml } from '../charts.ts'
import type { Attack, Files, HostileCase } from '../hostile-case.ts'
import { goodImage, pod } from '../manifests.ts'

const loop = '{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}'

/** Charts at which helm works for as long as it is let. */
const endless = (count: number): Files =>
  Object.fromEntries(
    Array.from(
      { length: count },
      (_, index) =>
        [
          [`deploy/c${index}/Chart.yaml`, chartYaml],
          [`deploy/c${index}/templates/loop.yaml`, loop]
        ] as const
    ).flat()
  )

const helmRuns = /helm\S* template/

const signalling =
  (...signals: readonly NodeJS.Signals[]): NonNullable<Attack['during']> =>
  async program => {
    await program.started(helmRuns)
    for (const signal of signals) {
      program.signal(signal)
      await wait(50)
    }
  }

type Codes = number | readonly number[]

/** A busy machine delivers what is pending by number, so the second may come first (signal(7)). */
const asked: readonly (readonly [signals: readonly NodeJS.Signals[], code: Codes])[] = [
  [['SIGTERM'], 143],
  [['SIGINT'], 130],
  [['SIGINT', 'SIGINT'], 130],
  [
    ['SIGTERM', 'SIGINT', 'SIGTERM'],
    [143, 130]
  ]
]

const politely: readonly HostileCase[] = asked.flatMap(([signals, code]) =>
  ([1, 6] as const).map((count): HostileCase => ({
    title: `${signals.join(', ')} while helm works at ${count} charts without an end`,
    needs: 'helm',
    door: count === 1 ? 'command line' : 'action',
    attack: () => ({ files: endless(count), during: signalling(...signals), expect: { code } })
  }))
)

const killed: readonly HostileCase[] = ([1, 6] as const).map((count): HostileCase => ({
  title: `SIGKILL while helm works at ${count} charts without an end, and then another run`,
  needs: 'helm',
  door: 'action',
  attack: () => ({
    files: {
      ...endless(count),
      'other/Chart.yaml': chartYaml,
      'other/templates/pod.yaml': pod(goodImage)
    },
    during: signalling('SIGKILL'),
    again: { inputs: { manifests: 'other' }, firstCode: 137 },
    expect: { code: 0, conclusion: 'pass' }
  })
}))

const others: readonly HostileCase[] = [
  {
    title: 'a reader that goes away in the middle of a report',
    attack: () => ({
      files: {
        'deploy/x.yaml': Array.from({ length: 3_000 }, (_, index) =>
          pod(`contosoteam.azurecr.io/a${index}:1`, `a${index}`)
        ).join('---\n')
      },
      during: async program => {
        program.closeStandardOutput()
        return Promise.resolve()
      },
      expect: { code: [1, 141] }
    })
  },
  {
    title: 'SIGTERM while Azure does not answer',
    attack: () => ({
      files: {},
      world: {
        ...everythingGranted,
        faults: [{ url: 'management.azure.com/*', answer: { kind: 'hang' } }]
      },
      during: async program => {
        await wait(1_500)
        program.signal('SIGTERM')
      },
      expect: { code: 143 }
    })
  }
]

/** The end of a run before its time. */
export const signalAttacks: readonly HostileCase[] = [...politely, ...killed, ...others]
