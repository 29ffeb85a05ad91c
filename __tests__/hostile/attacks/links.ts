import { swapping } from '../harness/swapping.ts'
import type { HostileCase } from '../hostile-case.ts'
import { pod } from '../manifests.ts'
import { twoSteps } from '../two-steps.ts'

const gap = { code: 0, conclusion: 'inconclusive' } as const

/** Links among the manifests, and what else is no plain file. */
export const linkAttacks: readonly HostileCase[] = [
  {
    title: 'a manifest that is a link to a file outside',
    attack: ({ outside }) => ({
      files: { 'deploy/x.yaml': { link: `${outside}/secret.yaml` } },
      expect: { ...gap, unread: ['deploy/x.yaml'] }
    })
  },
  {
    title: 'a manifest that is a link to a file outside, where unknown fails',
    attack: ({ outside }) => ({
      files: { 'deploy/x.yaml': { link: `${outside}/secret.yaml` } },
      arguments: ['--fail-on', 'unknown'],
      expect: { code: 1, conclusion: 'fail', unread: ['deploy/x.yaml'] }
    })
  },
  {
    title: 'a manifest that is a link by way of another link and `..`',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../', 'secret.yaml')
      return {
        files: { ...hop, 'deploy/x.yaml': { link } },
        expect: { ...gap, unread: ['deploy/x.yaml'] }
      }
    }
  },
  {
    title: 'the same where nothing is rendered, in a workflow',
    door: 'action',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../', 'secret.yaml')
      return {
        files: { ...hop, 'deploy/x.yaml': { link } },
        inputs: { render: 'false' },
        expect: { ...gap, unread: ['deploy/x.yaml'] }
      }
    }
  },
  {
    title: 'the same in the list of images',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../', 'secret.yaml')
      return {
        command: 'images',
        files: { ...hop, 'deploy/x.yaml': { link } },
        expect: { code: 0 }
      }
    }
  },
  {
    title: 'the named path itself, a link by way of another link and `..`',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '', 'secret.yaml')
      return { files: { ...hop, 'x.yaml': { link } }, paths: ['x.yaml'], expect: { code: 4 } }
    }
  },
  {
    title: 'the named path itself, a folder outside by way of another link and `..`',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '', 'chart')
      return { files: { ...hop, x: { link } }, paths: ['x'], expect: { code: 4 } }
    }
  },
  {
    title: 'a named path below a link to a folder outside',
    attack: ({ outside }) => ({
      files: { x: { link: outside } },
      paths: ['x/secret.yaml'],
      expect: { code: 4 }
    })
  },
  {
    title: 'a glob below a link to a folder outside',
    attack: ({ outside }) => ({
      files: { x: { link: outside } },
      paths: ['deploy', 'x/*.yaml', '*/deep/*.yaml'],
      expect: { code: [0, 4] }
    })
  },
  {
    title: 'a folder of manifests that is a link to a folder outside',
    attack: ({ outside }) => ({
      files: { 'deploy/more': { link: outside } },
      expect: { ...gap, unread: ['deploy/more'] }
    })
  },
  {
    title: 'a chain of forty links of which the last leaves',
    attack: ({ outside }) => ({
      files: {
        ...Object.fromEntries(
          Array.from({ length: 39 }, (_, index) => [`l/${index}`, { link: String(index + 1) }])
        ),
        'l/39': { link: `${outside}/secret.yaml` },
        'deploy/x.yaml': { link: '../l/0' }
      },
      expect: { ...gap, unread: ['deploy/x.yaml'] }
    })
  },
  {
    title: 'links in a circle',
    attack: () => ({
      files: {
        'deploy/a.yaml': { link: 'b.yaml' },
        'deploy/b.yaml': { link: 'a.yaml' },
        'deploy/self': { link: '.' },
        'deploy/up': { link: '..' }
      },
      expect: { ...gap, unread: ['deploy/a.yaml'] }
    })
  },
  {
    title: 'a link to .git/config of the workspace',
    attack: () => ({
      files: { 'deploy/x.yaml': { link: '../.git/config' } },
      expect: { ...gap, unread: ['deploy/x.yaml'] }
    })
  },
  {
    title: 'a folder that is a link to .git',
    attack: ({ canary }) => ({
      files: {
        '.git/token.yaml': pod(`contoso.azurecr.io/${canary.git}:1`),
        'deploy/more': { link: '../.git' }
      },
      expect: { ...gap, unread: ['deploy/more'] }
    })
  },
  {
    title: 'a named folder, a glob and a path that would read .git',
    attack: ({ canary }) => ({
      files: { '.git/token.yaml': pod(`contoso.azurecr.io/${canary.git}:1`) },
      paths: ['.', '.git', '**/*.yaml', '.git/*.yaml', '.git/token.yaml'],
      expect: { code: [0, 4] }
    })
  },
  {
    title: 'a manifest that is a link to a device without end',
    attack: () => ({
      files: { 'deploy/x.yaml': { link: '/dev/zero' }, 'deploy/y.yaml': { link: '/dev/urandom' } },
      expect: { ...gap, unread: ['deploy/x.yaml', 'deploy/y.yaml'] }
    })
  },
  {
    title: 'links to what the program itself has open, and to its environment',
    attack: ({ canary }) => ({
      files: {
        'deploy/a.yaml': { link: '/proc/self/environ' },
        'deploy/b.yaml': { link: '/proc/self/fd/0' },
        'deploy/c.yaml': { link: '/dev/stdin' },
        'deploy/d.yaml': { link: '/proc/self/cwd/../outside/secret.yaml' }
      },
      standardInput: pod(`contoso.azurecr.io/${canary.environment}:1`),
      expect: { ...gap, unread: ['deploy/a.yaml', 'deploy/d.yaml'] }
    })
  },
  {
    title: 'a named pipe among the manifests',
    attack: () => ({
      files: { 'deploy/x.yaml': { fifo: true } },
      expect: { ...gap, unread: ['deploy/x.yaml'] }
    })
  },
  {
    title: 'a named pipe as the settings file',
    door: 'action',
    attack: () => ({ files: { '.acr-pull-check.yaml': { fifo: true } }, expect: { code: 2 } })
  },
  {
    title: 'files that become links to the outside and files again while they are read',
    attack: ({ outside, workspace }) => {
      const names = Array.from({ length: 400 }, (_, index) => `deploy/s${index}.yaml`)
      return {
        files: Object.fromEntries(names.map(name => [name, pod('contoso.azurecr.io/swap:1')])),
        touches: names,
        during: swapping(workspace, names, `${outside}/secret.yaml`),
        expect: { code: 0 }
      }
    }
  }
]
