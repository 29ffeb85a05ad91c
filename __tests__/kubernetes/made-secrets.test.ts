import { describe, expect, test } from '@jest/globals'
import { readManifest, type FileContent } from '../../src/kubernetes/read.ts'

const read = (text: string): FileContent =>
  readManifest(
    { file: 'app.yaml', text },
    {
      namespace: 'shop',
      namespaceOverrides: false,
      variables: {},
      substitution: null,
      registrySuffixes: ['azurecr.io']
    }
  )

const dockerType = 'kubernetes.io/dockerconfigjson'
const config = `'{"auths":{"contoso.azurecr.io":{"username":"{{ .u }}","password":"{{ .p }}"}}}'`

/** Namespace and name, then what is known: nothing, the hosts, or why it is of no use. */
const made = (text: string): readonly (readonly string[])[] =>
  read(text).secrets.map(({ namespace, name, hidden, problem, entries, madeBy }) => [
    `${namespace}/${name}`,
    hidden ? 'hidden' : (problem?.text ?? entries.map(({ key }) => key).join()),
    madeBy ?? ''
  ])

const wrongType =
  'its type is Opaque, and the kubelet reads only kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg'

describe('Secrets that a controller makes', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'an ExternalSecret with a template tells the hosts',
      `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: a}\nspec: {target: {name: r, template: {type: ${dockerType}, data: {.dockerconfigjson: ${config}}}}}\n`,
      ['shop/r', 'contoso.azurecr.io', 'ExternalSecret a']
    ],
    [
      'an ExternalSecret whose values come from the vault tells nothing',
      `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: a}\nspec: {target: {template: {type: ${dockerType}}}}\n`,
      ['shop/a', 'hidden', 'ExternalSecret a']
    ],
    [
      'an ExternalSecret without a type makes an Opaque one',
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: a}\nspec: {target: {name: r}}\n',
      ['shop/r', wrongType, 'ExternalSecret a']
    ],
    [
      'an ExternalSecret with a template that lies elsewhere tells nothing',
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: a}\nspec: {target: {template: {templateFrom: [{configMap: {name: t}}]}}}\n',
      ['shop/a', 'hidden', 'ExternalSecret a']
    ],
    [
      'an ExternalSecret that fills another Secret tells nothing of its type',
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: a}\nspec: {target: {name: r, creationPolicy: Merge}}\n',
      ['shop/r', 'hidden', 'ExternalSecret a']
    ],
    [
      'a ClusterExternalSecret makes them in namespaces that its selector chooses',
      `apiVersion: external-secrets.io/v1\nkind: ClusterExternalSecret\nmetadata: {name: a}\nspec: {externalSecretName: r, externalSecretSpec: {target: {template: {type: ${dockerType}}}}}\n`,
      ['*/r', 'hidden', 'ClusterExternalSecret a']
    ],
    [
      'a SealedSecret of another type is of no use',
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: a}\nspec: {encryptedData: {.dockerconfigjson: x}}\n',
      ['shop/a', wrongType, 'SealedSecret a']
    ],
    [
      'a SealedSecret without the key is of no use',
      `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: a}\nspec: {template: {type: ${dockerType}}, encryptedData: {config: x}}\n`,
      ['shop/a', 'it has no key .dockerconfigjson', 'SealedSecret a']
    ],
    [
      'an AzureKeyVaultSecret tells its type',
      `apiVersion: spv.no/v1\nkind: AzureKeyVaultSecret\nmetadata: {name: a}\nspec: {output: {secret: {name: r, type: ${dockerType}}}}\n`,
      ['shop/r', 'hidden', 'AzureKeyVaultSecret a']
    ],
    [
      'a VaultStaticSecret tells its name',
      'apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultStaticSecret\nmetadata: {name: a}\nspec: {destination: {name: r, create: true}}\n',
      ['shop/r', 'hidden', 'VaultStaticSecret a']
    ],
    [
      'a policy that generates Secrets',
      'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: sync}\nspec: {rules: [{name: a, generate: {kind: Secret, name: r, clone: {namespace: default, name: r}}}]}\n',
      ['*/r', 'hidden', 'ClusterPolicy sync']
    ]
  ])('%s', (_, text, expected) => {
    expect(made(text)).toEqual([expected])
  })

  test('a Secret that asks a controller for copies counts in every namespace', () => {
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: r, namespace: platform, annotations: {reflector.v1.k8s.emberstack.com/reflection-auto-enabled: "true"}}\ntype: ${dockerType}\nstringData: {.dockerconfigjson: '{"auths":{"contoso.azurecr.io":{"username":"a","password":"b"}}}'}\n`
    expect(made(text)).toEqual([
      ['platform/r', 'contoso.azurecr.io', ''],
      ['*/r', 'hidden', 'a controller, as a copy of Secret r of namespace platform']
    ])
  })
})
