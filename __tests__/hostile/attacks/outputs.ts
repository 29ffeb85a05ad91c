import { oneGrantMissing } from '../../doors/deployments.ts'
import type { HostileCase } from '../hostile-case.ts'
import { blockedImage, goodImage, podJson } from '../manifests.ts'

/** Text that wants to be more than text, wherever a report repeats what somebody else wrote. */
export const outputAttacks: readonly HostileCase[] = [
  {
    title: 'nothing but hostile words beside a good image changes nothing',
    attack: () => ({ files: {}, expect: { code: 0, conclusion: 'pass' } })
  },
  {
    title: 'hostile words beside a good image change nothing for the action either',
    door: 'action',
    attack: () => ({ files: {}, expect: { code: 0, conclusion: 'pass' } })
  },
  {
    title: 'names and labels of a blocked pod, all at once',
    attack: ({ fresh }) => ({
      files: { 'deploy/api.yaml': podJson(blockedImage, fresh.all) },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'names and labels of a blocked pod, all at once, in a workflow',
    door: 'action',
    attack: ({ fresh }) => ({
      files: { 'deploy/api.yaml': podJson(blockedImage, fresh.all) },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'an image that is no reference but a list of commands',
    door: 'action',
    attack: ({ fresh }) => ({
      files: { 'deploy/api.yaml': podJson(`contoso.azurecr.io/${fresh.all()}`, fresh.any) },
      expect: { code: [0, 1] }
    })
  },
  {
    title: 'names of files, in a workflow',
    door: 'action',
    attack: ({ fresh }) => ({
      files: Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `deploy/${fresh.name()}${index}.yaml`,
          podJson(blockedImage, fresh.any)
        ])
      ),
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'names of files and folders, on the command line',
    attack: ({ fresh }) => ({
      files: Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `deploy/${fresh.name()}${index}/${fresh.name()}.yaml`,
          podJson(blockedImage, fresh.any)
        ])
      ),
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'hostile words in the list of images',
    attack: ({ fresh }) => ({
      command: 'images',
      files: { [`deploy/${fresh.name()}.yaml`]: podJson(goodImage, fresh.all) },
      expect: { code: 0, images: [goodImage] }
    })
  },
  {
    title: 'a check run and annotations of the real action',
    door: 'action',
    attack: ({ fresh }) => ({
      files: { 'deploy/api.yaml': podJson(blockedImage, fresh.all) },
      world: oneGrantMissing,
      inputs: { 'check-run': 'true' },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'brackets that SARIF would take for a link',
    attack: ({ fresh: { marker } }) => ({
      files: {
        'deploy/api.yaml': podJson(
          blockedImage,
          () => `[x[${marker}](https://${marker}.evil.example) \\[${marker}](1) [[${marker}`
        )
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'a secret in the value of an environment variable of a manifest is not printed',
    attack: ({ canary }) => ({
      files: {
        'deploy/env.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: env}\nspec: {containers: [{name: main, image: '${goodImage}', env: [{name: TOKEN, value: ${canary.git}}]}]}\n`
      },
      expect: { code: 0, conclusion: 'pass' }
    })
  },
  {
    title: 'a pull secret is not printed, nor what is wrong with it',
    attack: ({ canary }) => ({
      files: {
        'deploy/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: pull}\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '{"auths":{"contosoteam.azurecr.io":{"username":"u","password":"${canary.git}"'}\n`,
        'deploy/api.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: api}\nspec: {imagePullSecrets: [{name: pull}], containers: [{name: main, image: '${blockedImage}'}]}\n`
      },
      expect: { code: [0, 1] }
    })
  }
]
