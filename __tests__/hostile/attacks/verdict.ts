import type { HostileCase } from '../hostile-case.ts'
import { blockedImage, goodImage, pod, podJson } from '../manifests.ts'

const blocked = pod(blockedImage, 'api')

/** Ways to let a blocked pull count as none, without a settings file. */
export const verdictAttacks: readonly HostileCase[] = [
  {
    title: 'a facts file of the pull request beside the one that the workflow names',
    door: 'action',
    attack: () => ({
      files: {
        'facts.json': '{"schemaVersion":"1","clusters":[]}',
        'deploy/facts.json': '{"schemaVersion":"1","clusters":[]}',
        'deploy/api.yaml': blocked
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'the standing report and outputs that a pull request wrote itself',
    door: 'action',
    attack: () => ({
      files: {
        'acr-pull-check/report.json': '{"summary":{"conclusion":"pass"}}',
        'out/report.json': '{"summary":{"conclusion":"pass"}}',
        'deploy/api.yaml': blocked
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'a thousand good images before the blocked one',
    attack: () => ({
      files: {
        'deploy/many.yaml': Array.from({ length: 1000 }, (_, index) =>
          pod(`contoso.azurecr.io/app-${index}:1`, `app-${index}`)
        ).join('---\n'),
        'deploy/z.yaml': blocked
      },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'the blocked image in YAML that few readers expand',
    attack: () => ({
      files: {
        'deploy/anchor.yaml': `x: &i "contosoteam.azurecr.io\\u002fshop/api:1"\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - &c\n    name: a\n    image: >-\n      ${blockedImage}\n`
      },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'the blocked image behind a document that cannot be parsed',
    attack: () => ({
      files: { 'deploy/x.yaml': `a: "\n---\n${blocked}---\nb: [\n---\n${pod(blockedImage, 'b')}` },
      expect: { code: [0, 1] }
    })
  },
  {
    title: 'the blocked image in a file that hides its ending',
    attack: () => ({
      files: {
        'deploy/api.YAML': blocked,
        'deploy/.hidden.yaml': pod(blockedImage, 'hidden'),
        'deploy/.folder/api.yml': pod(blockedImage, 'folder')
      },
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'the blocked image in a folder that ignore files name',
    attack: () => ({
      files: {
        '.gitignore': 'deploy/\n',
        '.helmignore': '*\n',
        'deploy/.gitignore': '*\n',
        'deploy/ignored/api.yaml': blocked
      },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'the blocked image in a folder whose name is that of installed packages',
    attack: () => ({
      files: { 'deploy/node_modules/api.yaml': blocked },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  },
  {
    title: 'the blocked image among packages of npm is not looked for, and that is said',
    attack: () => ({
      files: { 'deploy/package.json': '{}', 'deploy/node_modules/api.yaml': blocked },
      expect: { code: 0, says: [/packages of npm and was not searched/] }
    })
  },
  {
    title: 'an image whose registry only looks like the good one',
    attack: ({ fresh }) => ({
      files: {
        'deploy/a.yaml': podJson('contoso.azurecr.io\u200b/shop/web:1', fresh.any),
        'deploy/b.yaml': podJson('c\u043entoso.azurecr.io/shop/web:1', fresh.any),
        'deploy/c.yaml': podJson('contoso.azurecr.io@evil.example/shop/web:1', fresh.any)
      },
      expect: { code: [0, 1], silent: [/\u200b/] }
    })
  },
  {
    title: 'keys of a manifest that every object of JavaScript has',
    attack: () => ({
      files: {
        'deploy/proto.yaml': `apiVersion: v1\nkind: Pod\n__proto__: {kind: ConfigMap}\nconstructor: {prototype: {kind: x}}\nmetadata: {name: __proto__, namespace: constructor}\nspec: {containers: [{name: toString, image: '${blockedImage}', __proto__: {image: '${goodImage}'}}]}\n`
      },
      expect: { code: 1, conclusion: 'fail', images: [blockedImage] }
    })
  }
]
