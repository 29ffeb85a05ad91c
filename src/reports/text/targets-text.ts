import type { Destination } from '../../kubernetes/deployment-target.ts'
import { inertLines, oneLine } from '../escape.ts'

type Suggested = {
  readonly targets: readonly {
    readonly cluster: string
    readonly manifests: readonly string[]
  }[]
  readonly open: readonly { readonly destination: Destination; readonly why: string }[]
}

/** JSON is YAML, whatever stands in the text. */
const quoted = (text: string): string => JSON.stringify(text)

const comment = (text: string): string => `# ${oneLine(text)}`

/** A block for the settings file, to be looked through; what found no place stands below it as comments. */
export function targetsText({ targets, open }: Suggested): string {
  const block = targets.flatMap(({ cluster, manifests }) => [
    '  - manifests:',
    ...manifests.map(path => `      - ${quoted(path)}`),
    '    clusters:',
    `      - ${quoted(cluster)}`
  ])
  const lines = [
    ...(targets.length === 0
      ? [comment('Nothing here says to which of these clusters anything goes.')]
      : [
          comment(
            'What seems to go where; nothing of it counts before it stands in the settings file.'
          ),
          'targets:',
          ...block
        ]),
    ...open.map(({ destination: { file, object }, why }) => comment(`${file}: ${object}: ${why}`))
  ]
  return inertLines(`${lines.join('\n')}\n`)
}
