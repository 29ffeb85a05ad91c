import { kubelet, web } from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'the config of the image comes from the data endpoint of the registry',
  kind: 'trap',
  cause: 'N8',
  world: shopWith([webImage], {
    properties: {
      dataEndpointEnabled: true,
      dataEndpointHostNames: ['contoso.westeurope.data.azurecr.io']
    }
  }),
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'pull', puller: 'kubelet-identity', objectId: kubelet }],
    findings: {},
    absent: [
      'image-absent',
      'image-platform-missing',
      'image-platform-mismatch',
      'image-lookup-refused'
    ]
  }
} satisfies Scenario
