import { expect, test } from '@jest/globals'
import { NothingToJudgeError } from '../../src/base/errors.ts'
import { endlessTime } from '../../src/base/run-time.ts'
import { readManifests } from '../../src/run.ts'
import { manifestInputs } from '../../src/settings/manifest-inputs.ts'
import { workspaceWith, type Files } from '../manifests/workspace-files.ts'

const reading = (files: Files) =>
  readManifests(
    manifestInputs({ manifests: ['.'] }),
    { workspace: workspaceWith(files), progress: () => undefined, time: endlessTime },
    ['azurecr.io']
  )

test('a template that hides images is told, and no reason to say that there are none', async () => {
  const { problems } = await reading({
    'api.tmpl.yaml': 'image: {{.Env.IMAGE}}\n',
    'hpa.yaml': 'spec: {max: {{ .Max }}}\n'
  })
  expect(problems).toMatchObject([{ severity: 'note', unread: 'template' }])
})

test('files without images and without trouble are none to judge', async () => {
  await expect(reading({ 'hpa.yaml': 'spec: {max: {{ .Max }}}\n' })).rejects.toThrow(
    NothingToJudgeError
  )
})
