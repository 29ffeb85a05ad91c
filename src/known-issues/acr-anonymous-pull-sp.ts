import type { KnownIssue } from './known-issue.ts'

/** Kubernetes #74715: the service principal was always offered, and its 401 was final. */
export const acrAnonymousPullSp = {
  id: 'acr-anonymous-pull-sp',
  title: 'Anonymous pull from ACR fails because the service principal credential is always used',
  documented: { section: 2, title: 'image pull error from ACR anonymous repository' },
  causes: ['L9'],
  severity: 'warning',
  component: 'kubelet-in-tree',
  appliesTo: { identity: 'servicePrincipal', anonymousPull: true, grant: 'missing' },
  introduced: null,
  fixes: [
    {
      minor: '1.10',
      documented: 'none',
      fixed: 'none',
      confidence: 'absence',
      source: 'cherry-picks of kubernetes #74715 only #74784 (1.11), #74783 (1.12), #74782 (1.13)'
    },
    {
      minor: '1.11',
      documented: '1.11.9',
      fixed: '1.11.9',
      source: 'CHANGELOG-1.11, changes since v1.11.8 list #74715'
    },
    {
      minor: '1.12',
      documented: '1.12.7',
      fixed: '1.12.7',
      source: 'CHANGELOG-1.12, changes since v1.12.6 list #74715'
    },
    {
      minor: '1.13',
      documented: '1.13.5',
      fixed: '1.13.5',
      source: 'CHANGELOG-1.13, changes since v1.13.4 list #74715'
    },
    {
      minor: '1.14',
      documented: '1.14.0',
      fixed: '1.14.0',
      source: 'Kubernetes 1.14 release notes drafts, SIG Azure, list #74715'
    }
  ],
  workarounds: [
    {
      text: 'Create a secret with empty user name and password in the namespace of the pod, and name it in spec.imagePullSecrets.',
      command: `kubectl create secret generic emptysecret --from-literal=.dockerconfigjson='{"auths":{"<host>":{"Username":"","Password":"","Email":""}}}' --type=kubernetes.io/dockerconfigjson`,
      manifest: `kind: Pod
apiVersion: v1
metadata:
  name: apache
spec:
  containers:
  - image: <host>/bitnami/apache:2.4.38
    name: apache
  imagePullSecrets:
  - name: emptysecret`
    },
    { text: 'Grant AcrPull to the service principal.' }
  ],
  links: [
    {
      title: 'fix Azure Container Registry anonymous repo image pull error',
      url: 'https://github.com/kubernetes/kubernetes/pull/74715'
    },
    {
      title: 'cannot access Azure Container Registry public repo',
      url: 'https://github.com/kubernetes/kubernetes/issues/74714'
    },
    {
      title: 'Pull an Image from a Private Registry',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry'
    },
    {
      title: 'containerd refuses the empty credential (invalid auth config)',
      url: 'https://github.com/kubernetes/kubernetes/issues/82043'
    }
  ]
} as const satisfies KnownIssue
