import { command } from '../../src/base/shell-command.ts'
import type { RecordedRequest } from '../../__tests__/emulator/recorded-requests.ts'
import type { TriedWorld } from './worlds.ts'

/** A loopback Azure that runs, and where its manifests lie. */
export type Running = {
  readonly world: TriedWorld
  readonly folder: string
  /** Of whoever calls it: the proxy, the authority to trust, and how to sign in. */
  readonly environment: Readonly<Record<string, string>>
  /** The program to try, with what runs it. */
  readonly program: readonly string[]
}

const exported = ([name, value]: readonly [string, string]): string =>
  `export ${command(`${name}=${value}`)}`

/** Where the manifests lie: the first part of their paths. */
const placesOf = ({ manifests }: TriedWorld): readonly string[] => [
  ...new Set(Object.keys(manifests).map(path => path.split('/', 1).join('')))
]

/** What to type into another terminal, and what is behind it. */
export function instructions({ world, folder, environment, program }: Running): string {
  const { HTTPS_PROXY: proxy = '', NODE_EXTRA_CA_CERTS: authority = '' } = environment
  const clusters = world.clusters.flatMap(id => ['--cluster', id])
  const named = [...clusters, ...world.arguments]
  const places = placesOf(world)
  return [
    `World ${world.name}: ${world.title}.`,
    '',
    'In another terminal:',
    '',
    ...[
      command('cd', folder),
      ...Object.entries(environment).map(exported),
      '',
      command(...program, 'check', ...places, ...named),
      command(...program, 'collect', ...places, ...clusters, '--out', 'facts.json'),
      command(...program, 'check', ...places, '--facts', 'facts.json', ...world.arguments),
      command(...program, 'anonymize', ...places, '--facts', 'facts.json', '--out', 'report'),
      command(
        'curl',
        '--proxy',
        proxy,
        '--cacert',
        authority,
        'https://management.azure.com/subscriptions'
      )
    ].map(line => `  ${line}`.trimEnd()),
    '',
    `Every host goes to ${proxy}, and from there to this process, whose certificate is ${authority}; it names`,
    'management.azure.com, login.microsoftonline.com, graph.microsoft.com and those of the other clouds. Nothing leaves the machine.',
    'Requests are shown as they are answered. Ctrl-C ends it, and takes the folder away.',
    ''
  ].join('\n')
}

/** One line of what the loopback Azure was asked. */
export function requestLine({
  method,
  host,
  path,
  query,
  status,
  startedAt,
  finishedAt
}: RecordedRequest): string {
  const took = finishedAt === null ? '' : ` ${Math.round(finishedAt - startedAt)} ms`
  const asked = new URLSearchParams(query).toString()
  return `${String(status)} ${method} https://${host}${path}${asked === '' ? '' : `?${asked}`}${took}`
}

/** The names of all worlds, each with its title. */
export const worldList = (worlds: readonly TriedWorld[]): string =>
  worlds.map(({ name, title }) => `${name}: ${title}`).join('\n')
