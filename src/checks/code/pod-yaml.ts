import type { FixCode } from '../check.ts'
import { yamlString } from './escape-code.ts'

const inPod = '# In the spec of the pod; of a Deployment that is spec.template.spec.'

/** A pod that names a pull secret of its namespace. */
export const pullSecretYaml = (secret: string): FixCode => ({
  language: 'yaml',
  text: [inPod, 'imagePullSecrets:', `  - name: ${yamlString(secret)}`].join('\n')
})

/** A pod that lands on these node pools alone (AKS docs, "Reserved labels": kubernetes.azure.com/agentpool). */
export const nodePoolYaml = (pools: readonly [string, ...string[]]): FixCode => {
  const [pool, ...others] = pools
  const label = 'kubernetes.azure.com/agentpool'
  return {
    language: 'yaml',
    text: (others.length === 0
      ? [inPod, 'nodeSelector:', `  ${label}: ${yamlString(pool)}`]
      : [
          inPod,
          'affinity:',
          '  nodeAffinity:',
          '    requiredDuringSchedulingIgnoredDuringExecution:',
          '      nodeSelectorTerms:',
          '        - matchExpressions:',
          `            - key: ${label}`,
          '              operator: In',
          `              values: [${pools.map(yamlString).join(', ')}]`
        ]
    ).join('\n')
  }
}
