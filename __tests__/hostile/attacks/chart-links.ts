import { chart, chartWithImage } from '../charts.ts'
import { swapping } from '../harness/swapping.ts'
import type { HostileCase } from '../hostile-case.ts'
import { pod } from '../manifests.ts'
import { twoSteps } from '../two-steps.ts'

const gap = { code: 0, conclusion: 'inconclusive' } as const

/** Links in charts and among their values. */
export const chartLinkAttacks: readonly HostileCase[] = [
  ...(
    [
      ['templates/secret.yaml', 'secret.yaml'],
      ['values.yaml', 'values.yaml'],
      ['Chart.yaml', 'chart/Chart.yaml'],
      ['templates/_helpers.tpl', 'secret.txt'],
      ['files/secret.txt', 'secret.txt'],
      ['charts/sub', 'chart'],
      ['crds/secret.yaml', 'secret.yaml']
    ] as const
  ).flatMap(([path, target]): HostileCase[] => [
    {
      title: `${path} of a chart, a link to a file outside`,
      needs: 'helm',
      attack: ({ outside }) => ({
        files: chartWithImage(
          '{{ .Files.Get "files/secret.txt" | default .Values.image | trim }}',
          {
            [`deploy/chart/${path}`]: { link: `${outside}/${target}` }
          }
        ),
        expect: { ...gap }
      })
    },
    {
      title: `${path} of a chart, a link by way of another link and \`..\``,
      needs: 'helm',
      attack: ({ outside }) => {
        const up = '../'.repeat(2 + path.split('/').length - 1)
        const { hop, link } = twoSteps(outside, up, target)
        return {
          files: {
            ...chartWithImage('{{ .Files.Get "files/secret.txt" | default .Values.image | trim }}'),
            ...hop,
            [`deploy/chart/${path}`]: { link }
          },
          expect: { ...gap }
        }
      }
    }
  ]),
  {
    title: 'files of a chart, links to .git/config and .git',
    needs: 'helm',
    attack: () => ({
      files: chartWithImage(
        '{{ range $n, $t := .Files.Glob "files/**" }}{{ $t | toString | b64enc }}{{ end }}',
        {
          'deploy/chart/files/config': { link: '../../../.git/config' },
          'deploy/chart/files/all': { link: '../../../.git' }
        }
      ),
      expect: { ...gap }
    })
  },
  {
    title: 'a chart that is a link to a chart outside',
    needs: 'helm',
    attack: ({ outside }) => ({
      files: { 'deploy/chart': { link: `${outside}/chart` } },
      expect: { ...gap, unread: ['deploy/chart'] }
    })
  },
  {
    title: 'a chart that links the environment of the program, whose process id it guessed',
    needs: 'helm',
    attack: () => ({
      files: chartWithImage('{{ .Files.Get "environ" | replace "\\u0000" "\\n" | b64enc }}'),
      prelude: 'ln -s "/proc/$$/environ" deploy/chart/environ',
      touches: ['deploy/chart/environ'],
      expect: { ...gap }
    })
  },
  {
    title: "a chart that links helm's own environment, memory and files",
    needs: 'helm',
    attack: () => ({
      files: chartWithImage('{{ .Files.Get "environ" | b64enc }}', {
        'deploy/chart/environ': { link: '/proc/self/environ' },
        'deploy/chart/parent': { link: '/proc/self/cwd' },
        'deploy/chart/mounts': { link: '/proc/mounts' }
      }),
      expect: { ...gap }
    })
  },
  {
    title: 'a named pipe in a chart',
    needs: 'helm',
    attack: () => ({
      files: chart({ 'deploy/chart/templates/more.yaml': { fifo: true } }),
      expect: { ...gap }
    })
  },
  {
    title: 'a named pipe as values.yaml of a chart, and a device as a file',
    needs: 'helm',
    attack: () => ({
      files: {
        ...chart(),
        'deploy/chart/values.yaml': { fifo: true },
        'deploy/chart/zero': { link: '/dev/zero' }
      },
      expect: { ...gap }
    })
  },
  {
    title: 'a values file for all charts, a link by way of another link and `..`',
    needs: 'helm',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '', 'values.yaml')
      return {
        files: { ...chart(), ...hop, 'prod.yaml': { link } },
        arguments: ['--values', 'prod.yaml'],
        expect: { code: [0, 2] }
      }
    }
  },
  {
    title: 'templates that become links to the outside and files again while helm reads them',
    needs: 'helm',
    attack: ({ outside, workspace }) => {
      const names = Array.from(
        { length: 200 },
        (_, index) => `deploy/chart/templates/s${index}.yaml`
      )
      return {
        files: chart(
          Object.fromEntries(names.map(name => [name, pod('contoso.azurecr.io/swap:1')]))
        ),
        touches: names,
        during: swapping(workspace, names, `${outside}/secret.yaml`),
        expect: { code: 0 }
      }
    }
  }
]
