import { everythingGranted, oneGrantMissing } from '../../doors/deployments.ts'
import { chart } from '../charts.ts'
import { overlay } from '../kustomizations.ts'
import type { HostileCase } from '../hostile-case.ts'
import { blockedImage, goodImage, pod } from '../manifests.ts'

const settingsFile = '.acr-pull-check.yaml'

/** Keys that open the network, choose who signs in, or name a file to write: never from a file of the repository. */
export const neverKeys: readonly (readonly [key: string, value: string])[] = [
  ['environment', 'custom'],
  ['resource-manager-endpoint', 'https://arm.evil.example'],
  ['authority-host', 'https://login.evil.example'],
  ['audience', 'api://evil'],
  ['client-id', '31000000-0000-0000-0000-00000000000e'],
  ['tenant-id', '10000000-0000-0000-0000-00000000000e'],
  ['auth-type', 'identity'],
  ['github-token', 'ghp_evil'],
  ['check-run', 'true'],
  ['facts', 'deploy/facts.json'],
  ['facts-out', 'facts-out.json'],
  ['out', 'facts-out.json'],
  ['format', '[json=taken.json]'],
  ['config', 'deploy/other.yaml'],
  ['settings-from', 'head'],
  ['timeout', '10000m'],
  ['remote-bases', 'true'],
  ['fix-script', 'taken.sh'],
  ['lookup', 'true'],
  ['comment', 'always'],
  ['error', 'x'],
  ['new-since', 'HEAD'],
  ['write-baseline', 'taken.json'],
  ['trust-suppressions', 'head']
]

const blocked = { 'deploy/api.yaml': pod(blockedImage, 'api') }

const never: readonly HostileCase[] = neverKeys.flatMap(([key, value]): HostileCase[] => [
  {
    title: `the settings file sets ${key}`,
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: `fail-on: error\n${key}: ${value}\n`, ...blocked },
      expect: { code: 2, says: [key, /set it in the workflow/] }
    })
  }
])

/** The same where it would matter most: a real sign-in, whose token must go to nobody else. */
const signedIn: readonly HostileCase[] = [
  {
    title: 'the settings file sends the token of the job to a host of its own',
    door: 'action',
    attack: () => ({
      files: {
        [settingsFile]:
          'environment: custom\nresource-manager-endpoint: https://arm.evil.example\nauthority-host: https://login.evil.example\naudience: api://evil\n'
      },
      world: everythingGranted,
      expect: { code: 2 }
    })
  },
  {
    title: 'the settings file sends a client secret to a host of its own',
    attack: () => ({
      files: {
        '.github/.acr-pull-check.yaml':
          'environment: custom\nresource-manager-endpoint: https://arm.evil.example\nauthority-host: https://login.evil.example\n'
      },
      world: everythingGranted,
      expect: { code: 2 }
    })
  },
  {
    title: 'the settings file of a pull request sends the token elsewhere, and the base has none',
    door: 'action',
    attack: () => ({
      files: {
        [settingsFile]: 'audience: api://evil\nauthority-host: https://login.evil.example\n'
      },
      history: { base: {} },
      world: everythingGranted,
      expect: { code: 2 }
    })
  }
]

/** Policy of a head, which would turn a failing pull request into a passing one; the base has a say, or none. */
const policies: readonly (readonly [title: string, head: string])[] = [
  ['fail-on: never', 'fail-on: never'],
  ['no severity for pods', 'class-severity: {pod: "off", container: "off"}'],
  ['any pull secret', 'imagepullsecrets: [any]'],
  ['another image in place of the blocked one', `images: ["${goodImage}"]`]
]

const fromBase: readonly HostileCase[] = [
  ...policies.map(([title, head]): HostileCase => ({
    title: `the head of a pull request wants ${title}`,
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: `${head}\n`, ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' } },
      expect: { code: 1, conclusion: 'fail', says: [settingsFile, /does not count with/] }
    })
  })),
  ...policies.map(([title, head]): HostileCase => ({
    title: `the head of a pull request wants ${title}, and the base has no settings file`,
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: `${head}\n`, ...blocked },
      history: { base: {} },
      expect: { code: 1, conclusion: 'fail', says: [settingsFile, /does not count with/] }
    })
  })),
  {
    title: 'the head takes the settings file away that made unknown fail',
    door: 'action',
    attack: () => ({
      files: { 'deploy/hidden.yaml': pod('contosohidden.azurecr.io/x:1', 'hidden') },
      history: { base: { [settingsFile]: 'fail-on: unknown\n' } },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'the head takes manifests away that the base names',
    door: 'action',
    attack: () => ({
      files: {
        [settingsFile]: 'manifests: [other]\n',
        'other/web.yaml': pod(goodImage),
        ...blocked
      },
      history: { base: { [settingsFile]: 'manifests: [deploy]\n' } },
      inputs: { manifests: '' },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'the head adds manifests to those of the base',
    door: 'action',
    attack: () => ({
      files: {
        [settingsFile]: 'manifests: [deploy, other]\n',
        'other/api.yaml': pod(blockedImage)
      },
      history: { base: { [settingsFile]: 'manifests: [deploy]\n' } },
      inputs: { manifests: '' },
      expect: { code: 1, conclusion: 'fail', images: [goodImage, blockedImage] }
    })
  },
  {
    title: 'the head lets its own settings count',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'settings-from: head\nfail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' } },
      expect: { code: [1, 2], says: ['settings-from'] }
    })
  },
  {
    title: 'a workflow that trusts its authors lets the head count',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' } },
      inputs: { 'settings-from': 'head' },
      expect: { code: 0, conclusion: 'inconclusive' }
    })
  },
  {
    title:
      'a checkout without history, offline: what the head wants is not applied, and that is said',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' }, shallow: true },
      expect: { code: 1, conclusion: 'fail', says: [/does not count with/] }
    })
  },
  {
    title: 'a settings file that the workflow names in the tree of the pull request',
    door: 'action',
    attack: () => ({
      files: { 'deploy/own.yaml': 'fail-on: never\n', ...blocked },
      history: { base: { 'deploy/own.yaml': 'fail-on: error\n' } },
      inputs: { config: 'deploy/own.yaml' },
      expect: { code: 1, conclusion: 'fail', says: [/does not count with/] }
    })
  },
  {
    title: 'a settings file that the workflow names, below a link of the pull request',
    door: 'action',
    attack: () => ({
      files: {
        'own/settings.yaml': 'fail-on: never\n',
        settings: { link: 'own' },
        ...blocked
      },
      history: { base: { 'settings/settings.yaml': 'fail-on: error\n' } },
      inputs: { config: 'settings/settings.yaml' },
      expect: { code: [1, 2] }
    })
  },
  {
    title: 'a merge queue judges by the base too',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' } },
      environment: { GITHUB_EVENT_NAME: 'merge_group' },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  ...(['GitLab', 'Azure Pipelines'] as const).map((system): HostileCase => ({
    title: `the head of a pull request on ${system} wants fail-on: never`,
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' }, system },
      expect: { code: 1, conclusion: 'fail', says: [/does not count with/] }
    })
  })),
  {
    title: 'a push to the branch takes the file as it is, and names it',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      expect: { code: 0, conclusion: 'inconclusive', says: [settingsFile, 'fail-on'] }
    })
  }
]

/** Values that a program would take for something else. */
const values: readonly HostileCase[] = [
  ...(
    [
      ['helm-release', '--post-renderer=./evil.sh'],
      ['helm-release', '-f/etc/passwd'],
      ['helm-release', 'UPPER_case'],
      ['namespace', '--kubeconfig=evil'],
      ['namespace', '-x'],
      ['helm-set', '["--post-renderer=./evil.sh"]'],
      ['helm-values', '["--post-renderer=./evil.sh"]'],
      ['helm-values', '[../outside/values.yaml]']
    ] as const
  ).map(([key, value]): HostileCase => ({
    title: `${key}: ${value} in the settings file`,
    needs: 'helm',
    attack: () => ({
      files: {
        [settingsFile]: `${key}: ${value}\n`,
        ...chart(),
        'evil.sh': { program: '#!/bin/sh\ntouch evil\ncat\n' }
      },
      expect: { code: [0, 2, 4] }
    })
  })),
  {
    title: 'helm-release: --post-renderer as an input of the workflow',
    door: 'action',
    needs: 'helm',
    attack: () => ({
      files: { ...chart(), 'evil.sh': { program: '#!/bin/sh\ntouch evil\ncat\n' } },
      inputs: { 'helm-release': '--post-renderer=./evil.sh' },
      expect: { code: 2, says: ['helm-release'] }
    })
  },
  {
    title: 'charts, folders and files whose names begin with a dash',
    needs: 'helm',
    attack: () => ({
      files: Object.fromEntries(
        Object.entries(chart()).map(([path, entry]) => [
          path.replace('deploy/chart', 'deploy/--post-renderer=evil'),
          entry
        ])
      ),
      expect: { code: 0, conclusion: 'pass' }
    })
  },
  {
    title: 'a chart whose name begins with a dash',
    needs: 'helm',
    attack: () => ({
      files: chart({
        'deploy/chart/Chart.yaml':
          'apiVersion: v2\nname: --post-renderer=./evil.sh\nversion: 1.0.0\n'
      }),
      expect: { code: 0 }
    })
  },
  {
    title: 'a kustomization whose folder begins with a dash',
    needs: 'kustomize',
    attack: () => ({
      files: Object.fromEntries(
        Object.entries(overlay('resources: [pod.yaml]\n')).map(([path, entry]) => [
          path.replace('deploy/overlay', 'deploy/--enable-helm'),
          entry
        ])
      ),
      expect: { code: 0, conclusion: 'pass' }
    })
  },
  {
    title: 'line breaks and controls in the values of the settings file',
    door: 'action',
    attack: ({ fresh }) => ({
      files: {
        [settingsFile]: JSON.stringify({
          namespace: fresh.all(),
          'kubelet-object-id': [fresh.any()],
          variables: { [fresh.any()]: fresh.any() }
        })
      },
      expect: { code: 2 }
    })
  },
  {
    title: 'keys of the settings file that are commands',
    door: 'action',
    attack: ({ fresh }) => ({
      files: { [settingsFile]: JSON.stringify({ [fresh.all()]: 'x' }) },
      expect: { code: 2 }
    })
  },
  {
    title: 'a client id of the settings file that is a command',
    door: 'action',
    attack: ({ fresh: { marker } }) => ({
      files: { [settingsFile]: `client-id: ["x\\n::stop-commands::${marker}"]\n` },
      expect: { code: 2 }
    })
  },
  {
    title: 'keys of the settings file that every object of JavaScript has',
    door: 'action',
    attack: () => ({
      files: {
        [settingsFile]: '__proto__: {fail-on: never}\nconstructor: x\ntoString: y\n',
        ...blocked
      },
      expect: { code: 2 }
    })
  }
]

/** The file itself as a weapon. */
const files: readonly HostileCase[] = [
  {
    title: 'the settings file is a link to a file outside',
    door: 'action',
    attack: ({ outside }) => ({
      files: { [settingsFile]: { link: `${outside}/secret.txt` }, ...blocked },
      expect: { code: [1, 2] }
    })
  },
  {
    title: 'the settings file is a link to .git/config',
    attack: () => ({
      files: { '.github/.acr-pull-check.yaml': { link: '../.git/config' } },
      expect: { code: [0, 2] }
    })
  },
  {
    title: 'the settings file is a device without end',
    attack: () => ({ files: { [settingsFile]: { link: '/dev/zero' } }, expect: { code: [0, 2] } })
  },
  {
    title: 'the settings file is a bomb of aliases',
    attack: () => ({
      files: {
        [settingsFile]: `a: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from(
          { length: 12 },
          (_, index) => `b${index}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`
        ).join('\n')}\n`
      },
      expect: { code: 2 }
    })
  },
  {
    title: 'the settings file is nested a hundred thousand times',
    attack: () => ({
      files: { [settingsFile]: `fail-on: ${'['.repeat(100_000)}\n` },
      expect: { code: 2 }
    })
  },
  {
    title: 'the settings file is ten megabytes long',
    attack: () => ({
      files: { [settingsFile]: `fail-on: error\n${'# x\n'.repeat(2_600_000)}` },
      expect: { code: [0, 2] }
    })
  }
]

const git: readonly HostileCase[] = [
  {
    title: 'a clone that would fetch what it lacks from elsewhere',
    door: 'action',
    attack: ({ url }) => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: {
        base: { [settingsFile]: 'fail-on: error\n' },
        shallow: true,
        config: `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\turl = ${url}/shop.git\n`
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'a checkout without history, and nobody who tells what the base says',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' }, shallow: true },
      world: oneGrantMissing,
      expect: { code: 1, conclusion: 'fail', unread: [settingsFile] }
    })
  },
  {
    title: 'a checkout without history, whose base the contents API tells',
    door: 'action',
    attack: () => ({
      files: { [settingsFile]: 'fail-on: never\n', ...blocked },
      history: { base: { [settingsFile]: 'fail-on: error\n' }, shallow: true, served: true },
      world: oneGrantMissing,
      expect: {
        code: 1,
        conclusion: 'fail',
        says: [/does not count with/],
        asks: [/^api\.github\.com\/repos\/contoso\/shop\/contents\/\.acr-pull-check\.yaml$/]
      }
    })
  },
  {
    title: 'a checkout without history, whose base the contents API tells, and that is stricter',
    door: 'action',
    attack: () => ({
      files: { 'deploy/x.yaml': pod('contosofree.azurecr.io/x:1', 'x') },
      history: { base: { [settingsFile]: 'fail-on: unknown\n' }, shallow: true, served: true },
      world: {
        ...everythingGranted,
        registries: [{ name: 'contoso' }, { name: 'contosofree' }],
        faults: [
          {
            url: 'management.azure.com/*contosofree*',
            answer: {
              kind: 'answer',
              status: 403,
              body: { error: { code: 'AuthorizationFailed' } }
            }
          }
        ]
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  }
]

/** What the settings file of a pull request may not do. */
export const settingsAttacks: readonly HostileCase[] = [
  ...never,
  ...signedIn,
  ...fromBase,
  ...values,
  ...files,
  ...git
]
