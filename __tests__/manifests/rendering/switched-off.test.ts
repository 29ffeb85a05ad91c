import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadManifests } from '../../../src/manifests/load.ts'
import { realWorld } from '../../../src/manifests/world.ts'
import { podWith, requestFor, workspaceWith } from '../workspace-files.ts'

const files = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/templates/pod.yaml': podWith('{{ .Values.image }}'),
  'overlay/kustomization.yaml': 'resources: [pod.yaml]\nnamePrefix: x-\n',
  'overlay/pod.yaml': podWith('contoso.azurecr.io/web:1')
}

/** Programs by these names that tell when they are run. */
function tellingPrograms() {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  const told = join(folder, 'told')
  for (const name of ['helm', 'kustomize', 'kubectl']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >> ${told}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  const PATH = [folder, process.env['PATH']].join(delimiter)
  return { world: { ...realWorld, environment: { PATH } }, wereRun: () => existsSync(told) }
}

test.each([
  ['a run without rendering runs neither helm nor kustomize, and says so', false],
  ['and with it these programs would have told', true]
])('%s', async (_name, render) => {
  const { world, wereRun } = tellingPrograms()
  const request = { ...requestFor(workspaceWith(files)), render }
  const { problems } = await loadManifests(request, world)
  expect(wereRun()).toBe(render)
  expect(problems.some(({ unread }) => unread === 'not-rendered')).toBe(!render)
})
