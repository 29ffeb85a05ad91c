import {
  abacRegistry,
  kubelet,
  leastPrivilege,
  metadataRead,
  scopes,
  web
} from '../building-blocks.ts'
import { deployment } from '../manifests.ts'
import { shopWith, webImage } from '../pushed-images.ts'
import type { Scenario } from '../scenario.ts'

export default {
  title: 'who may read names alone sees that the tag is not there',
  kind: 'fault',
  cause: 'N2',
  world: {
    ...shopWith([{ ...webImage, tag: '1.1' }], abacRegistry),
    roleAssignments: [
      { principalId: kubelet, role: 'Container Registry Repository Reader', scope: scopes.registry }
    ],
    caller: { permissions: [{ actions: [...leastPrivilege, metadataRead] }] }
  },
  manifests: { 'web.yaml': deployment(web) },
  expect: {
    exitCode: 0,
    verdicts: [{ result: 'unknown' }],
    findings: { 'image-absent': 'warning' }
  }
} satisfies Scenario
