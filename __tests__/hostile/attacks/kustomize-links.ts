import type { HostileCase } from '../hostile-case.ts'
import { leaking, overlay } from '../kustomizations.ts'
import { pod } from '../manifests.ts'
import { twoSteps } from '../two-steps.ts'

const gap = { code: 0, conclusion: 'inconclusive' } as const

/** Links in kustomizations. */
export const kustomizeLinkAttacks: readonly HostileCase[] = [
  {
    title: 'a resource that is a link by way of another link and `..`',
    needs: 'kustomize',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../../', 'secret.yaml')
      return {
        files: {
          ...overlay('resources: [pod.yaml, x.yaml]\n'),
          ...hop,
          'deploy/overlay/x.yaml': { link }
        },
        expect: { ...gap }
      }
    }
  },
  {
    title: 'a base that is a link by way of another link and `..`',
    needs: 'kustomize',
    attack: ({ outside }) => {
      const { hop } = twoSteps(outside, '', '')
      return {
        files: {
          ...overlay('resources: [pod.yaml, base]\n'),
          ...hop,
          'deploy/overlay/base': { link: '../../o/hop/..' }
        },
        expect: { ...gap }
      }
    }
  },
  {
    title: 'a file of a generator that is a link by way of another link and `..`',
    needs: 'kustomize',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../../', 'secret.txt')
      return {
        files: {
          ...overlay(leaking('files: [secret.txt]', 'secret.txt')),
          ...hop,
          'deploy/overlay/secret.txt': { link }
        },
        expect: { ...gap }
      }
    }
  },
  {
    title: 'a path through a link to a folder outside, written into the kustomization',
    needs: 'kustomize',
    attack: ({ outside }) => ({
      files: {
        ...overlay(leaking('files: [secret.txt=../../o/hop/../secret.txt]', 'secret.txt')),
        'o/hop': { link: `${outside}/deep` }
      },
      expect: { ...gap }
    })
  },
  {
    title: 'a file of a generator in .git',
    needs: 'kustomize',
    attack: () => ({
      files: overlay(leaking('files: [config=../../.git/config]', 'config')),
      expect: { ...gap }
    })
  },
  {
    title: 'a file of a generator that is a link to .git/config',
    needs: 'kustomize',
    attack: () => ({
      files: overlay(leaking('files: [config]', 'config'), {
        'deploy/overlay/config': { link: '../../.git/config' }
      }),
      expect: { ...gap }
    })
  },
  {
    title: 'a base in .git',
    needs: 'kustomize',
    attack: ({ canary }) => ({
      files: overlay('resources: [pod.yaml, ../../.git/base]\n', {
        '.git/base/kustomization.yaml': 'resources: [pod.yaml]\n',
        '.git/base/pod.yaml': pod(`contoso.azurecr.io/${canary.git}:1`)
      }),
      expect: { ...gap }
    })
  },
  {
    title: 'a generator that links the environment of the program, whose process id it guessed',
    needs: 'kustomize',
    attack: () => ({
      files: overlay(leaking('files: [environ]', 'environ')),
      prelude: 'ln -s "/proc/$$/environ" deploy/overlay/environ',
      touches: ['deploy/overlay/environ'],
      expect: { ...gap }
    })
  },
  {
    title: 'a named pipe in a kustomization, and a device in a generator',
    needs: 'kustomize',
    attack: () => ({
      files: overlay(
        'resources: [pod.yaml, pipe.yaml]\nconfigMapGenerator: [{name: x, files: [zero]}]\n',
        {
          'deploy/overlay/pipe.yaml': { fifo: true },
          'deploy/overlay/zero': { link: '/dev/zero' }
        }
      ),
      expect: { ...gap }
    })
  }
]
