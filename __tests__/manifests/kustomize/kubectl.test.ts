import { expect, test } from '@jest/globals'
import { describeWith, worldWithTools } from '../binaries.ts'
import { load, placesOf, podWith } from '../workspace-files.ts'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../../../src/programs/find-program.ts'
import { workspaceWith } from '../workspace-files.ts'

describeWith('kubectl', 'where only kubectl is installed', () => {
  test('it builds kustomizations', async () => {
    const tools = workspaceWith({})
    const kubectl = findProgram('kubectl', worldWithTools.environment) ?? ''
    symlinkSync(kubectl, join(tools, 'kubectl'))
    const manifests = await load(
      {
        'kustomization.yaml':
          'resources: [pod.yaml]\nimages:\n- name: app\n  newName: contoso.azurecr.io/app\n',
        'pod.yaml': podWith('app:1')
      },
      {},
      { ...worldWithTools, environment: { PATH: tools } }
    )
    expect(placesOf(manifests)).toEqual(['kustomization.yaml:4 contoso.azurecr.io/app:1 exact'])
  })
})
