import { everythingGranted } from '../../doors/deployments.ts'
import type { Attack, Files, HostileCase } from '../hostile-case.ts'

type Placed = readonly [
  title: string,
  /** The path that the workflow gives. */
  file: string,
  /** What the pull request put there. */
  files: (outside: string) => Files
]

/** A report is written beside and renamed: it takes the place of what is there, and follows nothing. */
const replaced: readonly Placed[] = [
  [
    'a link to a file outside',
    'taken.json',
    outside => ({ 'taken.json': { link: `${outside}/secret.txt` } })
  ],
  [
    'a link to a file outside that is not there yet',
    'taken.json',
    outside => ({ 'taken.json': { link: `${outside}/new.txt` } })
  ],
  [
    'a link by way of another link and `..`',
    'taken.json',
    outside => ({
      'o/hop': { link: `${outside}/deep` },
      'taken.json': { link: 'o/hop/../secret.txt' }
    })
  ],
  [
    'a link to a file of the workspace',
    'taken.json',
    () => ({ 'taken.json': { link: 'deploy/good.yaml' } })
  ],
  ['a link to .git/config', 'taken.json', () => ({ 'taken.json': { link: '.git/config' } })],
  ['a named pipe', 'taken.json', () => ({ 'taken.json': { fifo: true } })],
  ['a file', 'taken.json', () => ({ 'taken.json': 'x' })]
]

/** There is no way to this place that follows no link of the pull request, or none at all. */
const refused: readonly Placed[] = [
  [
    'in a folder that is a link to a folder outside',
    'taken/report.json',
    outside => ({ taken: { link: outside } })
  ],
  [
    'in a new folder below a link to a folder outside',
    'taken/a/b/report.json',
    outside => ({ taken: { link: outside } })
  ],
  [
    'below a link by way of another link and `..`',
    'taken/report.json',
    outside => ({ 'o/hop': { link: `${outside}/deep` }, taken: { link: 'o/hop/..' } })
  ],
  [
    'in a folder that is a link to a folder of the workspace',
    'taken/report.json',
    () => ({ taken: { link: 'deploy' } })
  ],
  ['in a folder that is a link to .git', 'taken/config', () => ({ taken: { link: '.git' } })],
  ['a folder', 'taken.json', () => ({ 'taken.json/x': 'x' })],
  ['in a folder that is a file', 'taken/report.json', () => ({ taken: 'x' })],
  ['a climbing path', '../outside/secret.txt', () => ({})]
]

/** Both ways to end, as a case of one door or command. */
const bothWays = (
  words: string,
  rest: (file: string) => Partial<Attack>,
  door: HostileCase['door'] = 'command line'
): readonly HostileCase[] => [
  ...replaced.map(([title, file, files]): HostileCase => ({
    title: `${words} that is ${title}`,
    door,
    attack: ({ outside }) => ({
      files: files(outside),
      ...rest(file),
      expect: { code: 0, writes: [file] }
    })
  })),
  ...refused.map(([title, file, files]): HostileCase => ({
    title: `${words} that is ${title}`,
    door,
    attack: ({ outside }) => ({ files: files(outside), ...rest(file), expect: { code: 2 } })
  }))
]

const standing: readonly HostileCase[] = [
  {
    title: 'the standing report, where no RUNNER_TEMP is known and its folder is a link',
    door: 'action',
    attack: ({ outside }) => ({
      files: { 'acr-pull-check': { link: outside } },
      environment: { RUNNER_TEMP: undefined },
      expect: { code: 2 }
    })
  }
]

/** Files that the program writes, where the pull request lies in wait. */
export const reportFileAttacks: readonly HostileCase[] = [
  ...bothWays('a report file', file => ({ arguments: ['--format', `sarif=${file}`] })),
  ...bothWays('a report file of the action', file => ({ inputs: { 'json-file': file } }), 'action'),
  ...bothWays('facts-out', file => ({
    arguments: ['--facts-out', file],
    world: everythingGranted
  })),
  ...bothWays('the facts of collect', file => ({
    command: 'collect',
    arguments: ['--out', file],
    world: everythingGranted
  })),
  ...standing
]
