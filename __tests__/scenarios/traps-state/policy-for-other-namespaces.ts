import { acrPull, kubelet, shop, web } from '../building-blocks.ts'
import { deployment, documents } from '../manifests.ts'
import type { Scenario } from '../scenario.ts'

/** Kyverno, "Replace Image Registry": every container that a pod has gets the mirror in front. */
const policy = (namespaces: string): string => `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: use-mirror}
spec:
  rules:
    - name: containers
      match: {any: [{resources: {kinds: [Pod], namespaces: ${namespaces}}}]}
      mutate:
        foreach:
          - list: request.object.spec.containers
            patchesJson6902: |-
              - op: replace
                path: /spec/containers/{{elementIndex}}/image
                value: mirror.example.com/{{ images.containers."{{element.name}}".path }}
`

export default {
  title: 'a policy puts a mirror before images of other namespaces',
  kind: 'trap',
  cause: 'L13',
  world: { ...shop, roleAssignments: [acrPull] },
  manifests: { 'web.yaml': documents(deployment(web), policy('[sandbox]')) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {}
  }
} satisfies Scenario
