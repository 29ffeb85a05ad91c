import { options } from '../../../src/settings/options.ts'
import type { Entry, HostileCase } from '../hostile-case.ts'
import { blockedImage, pod } from '../manifests.ts'

const settingsFile = '.acr-pull-check.yaml'
const blocked = { 'deploy/api.yaml': pod(blockedImage, 'api') }

/** Every option as a key of the settings file with hostile words as its value: a line break is refused, and no word comes alive. */
const hostileWords: readonly HostileCase[] = options.map(({ name }, index): HostileCase => ({
  title: `the settings file has commands, links and line breaks as the value of ${name}`,
  ...(index % 2 === 0 ? { door: 'action' } : {}),
  attack: ({ fresh }) => ({
    files: {
      [settingsFile]: JSON.stringify({ [name]: [fresh.all(), fresh.any(), fresh.line()] }),
      ...blocked
    },
    expect: { code: 2, says: [name] }
  })
}))

/** A value of one line is text like any other: what it decides, it may decide; what it says, it may not. */
const hostileLines: readonly HostileCase[] = options
  .filter(({ trust }) => trust !== 'never')
  .map(({ name }, index): HostileCase => ({
    title: `the base has commands and links as the value of ${name}, and the head has others`,
    ...(index % 2 === 0 ? { door: 'action' } : {}),
    attack: ({ fresh }) => ({
      files: { [settingsFile]: JSON.stringify({ [name]: [fresh.line()] }), ...blocked },
      history: { base: { [settingsFile]: JSON.stringify({ [name]: [fresh.line()] }) } },
      expect: { code: [0, 1, 2, 4] }
    })
  }))

/** Where a settings file may lie or lead to, and who may name it. */
const places: readonly (readonly [title: string, entry: (outside: string) => Entry])[] = [
  ['a folder', () => ({ folder: true })],
  ['a pipe that nobody writes to', () => ({ fifo: true })],
  ['a link to the environment of the program', () => ({ link: '/proc/self/environ' })],
  ['a link to itself', () => ({ link: settingsFile })],
  ['a link out of the workspace and back', outside => ({ link: `${outside}/../workspace/x.yaml` })]
]

const odd: readonly HostileCase[] = places.map(([title, entry]): HostileCase => ({
  title: `the settings file is ${title}`,
  door: 'action',
  attack: ({ outside }) => ({
    files: { [settingsFile]: entry(outside), 'x.yaml': 'fail-on: never\n', ...blocked },
    expect: { code: [1, 2] }
  })
}))

/** The fork flow: a settings file of another checkout, and one that the job wrote. */
const ofTheWorkflow: readonly HostileCase[] = [
  {
    title:
      'the workflow names a settings file of another checkout, and the head has one of its own',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\nimagepullsecrets: [any]\n', ...blocked },
      history: { base: {}, system: 'GitLab' },
      prelude:
        'git init --quiet trusted && (cd trusted && echo "fail-on: error" > own.yaml && git add . && git -c user.name=x -c user.email=x@x.example commit --quiet --message=x)',
      arguments: ['--config', 'trusted/own.yaml'],
      touches: ['trusted'],
      expect: { code: 1, conclusion: 'fail', says: ['trusted/own.yaml'] }
    })
  },
  {
    title: 'the workflow names a settings file that the job wrote',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: {}, system: 'GitLab' },
      prelude: 'echo "fail-on: error" > own.yaml',
      arguments: ['--config', 'own.yaml'],
      touches: ['own.yaml'],
      expect: { code: 1, conclusion: 'fail', says: ['own.yaml'] }
    })
  },
  {
    title: 'the head brings the settings file at the place of another checkout',
    door: 'action',
    attack: () => ({
      files: { 'trusted/own.yaml': 'fail-on: never\n', ...blocked },
      history: { base: {} },
      inputs: { config: 'trusted/own.yaml' },
      expect: { code: 2, says: ['trusted/own.yaml'] }
    })
  },
  {
    title: 'the head brings a link at the place of the settings file that the job wrote',
    door: 'action',
    attack: () => ({
      files: {
        'own.yaml': { link: 'deploy/mine.yaml' },
        'deploy/mine.yaml': 'fail-on: never\n',
        ...blocked
      },
      history: { base: {} },
      inputs: { config: 'own.yaml' },
      expect: { code: 2, says: ['own.yaml'] }
    })
  },
  {
    title: 'the head takes the settings file away, and nobody tells what the base says',
    door: 'action',
    attack: () => ({
      files: {},
      history: { base: { [settingsFile]: 'fail-on: unknown\n' }, shallow: true },
      expect: { code: 0, conclusion: 'inconclusive', unread: [settingsFile] }
    })
  }
]

/** What the values of a settings file may not do, whoever wrote it. */
export const settingsValueAttacks: readonly HostileCase[] = [
  ...hostileWords,
  ...hostileLines,
  ...odd,
  ...ofTheWorkflow
]
