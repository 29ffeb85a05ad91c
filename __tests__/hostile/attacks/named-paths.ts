import { chart } from '../charts.ts'
import type { HostileCase } from '../hostile-case.ts'
import { pod } from '../manifests.ts'
import { twoSteps } from '../two-steps.ts'

const gap = { code: 0, conclusion: 'inconclusive' } as const

/** Paths that manifests name: GitOps objects, and the comments of a bundle. */
export const namedPathAttacks: readonly HostileCase[] = [
  {
    title: 'an Argo CD Application whose source and values files lie outside',
    attack: ({ outside }) => ({
      files: {
        'deploy/application.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: x}
spec:
  source:
    repoURL: https://github.com/contoso/shop
    path: ../outside/chart
    helm: {valueFiles: ['${outside}/values.yaml', ../../../outside/values.yaml]}
  destination: {namespace: default}
`
      },
      expect: { code: 0 }
    })
  },
  {
    title: 'an Argo CD Application whose values file is a link by way of another link and `..`',
    needs: 'helm',
    attack: ({ outside }) => {
      const { hop, link } = twoSteps(outside, '../../', 'values.yaml')
      return {
        files: {
          ...chart({ 'deploy/chart/prod.yaml': { link } }),
          ...hop,
          'deploy/application.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: x}
spec:
  source: {repoURL: 'https://github.com/contoso/shop', path: deploy/chart, helm: {valueFiles: [prod.yaml]}}
  destination: {namespace: default}
`
        },
        expect: { ...gap }
      }
    }
  },
  {
    title: 'a Flux Kustomization and HelmRelease whose paths lie outside',
    attack: () => ({
      files: {
        'deploy/flux.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {path: ../outside, sourceRef: {kind: GitRepository, name: x}}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: x}
spec: {chart: {spec: {chart: ../outside/chart, valuesFiles: [../outside/values.yaml], sourceRef: {kind: GitRepository, name: x}}}}
`
      },
      expect: { code: 0 }
    })
  },
  {
    title: 'a bundle whose comments name templates outside',
    attack: ({ outside }) => ({
      files: {
        ...chart(),
        'deploy/bundle.yaml': [
          `---\n# Source: shop/../../../outside/chart/templates/pod.yaml\n${pod('contoso.azurecr.io/a:1', 'a')}`,
          `---\n# Source: ${outside}/secret.yaml\n${pod('contoso.azurecr.io/b:1', 'b')}`
        ].join('')
      },
      arguments: ['--no-render'],
      expect: { code: 0, images: ['contoso.azurecr.io/a:1', 'contoso.azurecr.io/b:1'] }
    })
  }
]
