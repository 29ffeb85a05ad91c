import { pushedDigest } from '../../emulator/registry/pushed-content.ts'
import { deployment } from '../manifests.ts'
import { manifestsAnswer, shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'answers are required, and the manifest is not that of its digest',
  kind: 'fault',
  cause: null,
  world: {
    ...shopWith([webImage]),
    faults: [
      manifestsAnswer({
        kind: 'text',
        status: 200,
        headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' },
        text: '{"manifests": []}'
      })
    ]
  },
  manifests: { 'web.yaml': deployment(`contoso.azurecr.io/team/web@${pushedDigest({})}`) },
  arguments: ['--registry-lookup', 'require'],
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-lookup-refused': 'unknown' }
  }
} satisfies Scenario
