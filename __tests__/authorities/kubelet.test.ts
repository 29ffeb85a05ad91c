import { describe, expect, test } from '@jest/globals'
import { accountIdentity } from '../../src/access/credentials/account-identity.ts'
import { pullSecretsOf } from '../../src/access/credentials/pod-credentials.ts'
import { registryHostOf } from '../../src/access/credentials/registry-hosts.ts'
import { indexFacts } from '../../src/access/facts-index.ts'
import { indexManifests } from '../../src/access/manifests-index.ts'
import { known } from '../../src/facts/fact.ts'
import { noRelatedResources } from '../../src/facts/related-resources/index.ts'
import { readDockerConfig } from '../../src/kubernetes/secrets/docker-config.ts'
import { parseReference } from '../../src/kubernetes/images/image-reference.ts'
import { keyringMatches } from '../../src/kubernetes/secrets/keyring.ts'
import { cluster, factsWith, identity } from '../access/facts-builder.ts'
import { account, entry, manifestsOf, pod, use } from '../access/manifests-builder.ts'
import { admissions } from './admission-table.ts'
import {
  annotated,
  customSuffix,
  defaulted,
  loginServers,
  selections
} from './credential-provider-table.ts'
import { configs, entries } from './docker-config-table.ts'
import { called, dockerHub, keys, matchImages, patterns } from './keyring-table.ts'

/** A domain and the rest, without a look at the grammar: the authority's own texts are not all references. */
function isCovered(keysOfConfig: readonly string[], image: string): boolean {
  const slash = image.indexOf('/')
  const domain = slash < 0 ? image : image.slice(0, slash)
  const repository = slash < 0 ? '' : image.slice(slash + 1)
  return (
    keyringMatches(
      keysOfConfig.map(key => entry(key)),
      { domain, repository }
    ).length > 0
  )
}

const referenceOf = (image: string) => {
  const parsed = parseReference(image)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.reference
}

describe('the keyring of the kubelet', () => {
  test.each(patterns)('%s, %s: %s', (pattern, image, covers) => {
    expect(isCovered([pattern], image)).toBe(covers)
  })

  test.each(keys)('a config with %s, an image of %s: %s', (key, image, found) => {
    expect(isCovered([key], `${image}/foo/bar`)).toBe(found)
  })

  test.each(dockerHub)('credentials of Docker Hub are for %s: %s', (image, ofDockerHub) => {
    const found = keyringMatches([entry('https://index.docker.io/v1/')], referenceOf(image))
    expect(found.length > 0).toBe(ofDockerHub)
  })
})

describe('the kubelet calls the provider', () => {
  test.each(called)('for %s: %s', (host, expected) => {
    expect(isCovered(matchImages, `${host}/team/app`)).toBe(expected)
    const found = registryHostOf(referenceOf(`${host}/team/app`), ['azurecr.io'], () => false)
    expect(found?.notServed === null).toBe(expected)
  })
})

describe('a docker config', () => {
  test.each(entries)('with the entry %s', (json, login) => {
    const config = readDockerConfig(
      { encoding: 'text', text: `{"auths": {"contoso.azurecr.io": ${json}}}` },
      'dockerconfigjson'
    )
    expect(config.ok ? config.entries[0]?.user : null).toEqual(
      login === null ? null : { kind: 'name', name: login[0] }
    )
    expect(config.ok && config.entries[0]?.complete).toBe(login !== null)
  })

  test.each(configs)('%s', (_name, text, taken) => {
    const config = readDockerConfig({ encoding: 'base64', text }, 'dockerconfigjson')
    const takenBy = config.ok
      ? 'by both'
      : config.isObject
        ? 'by the API server alone'
        : 'by neither'
    expect(takenBy).toBe(taken)
  })
})

test.each(admissions)('admission: %s', (_name, ofPod, ofAccount, tried) => {
  const image = use('contoso.azurecr.io/app:1', { pod: pod({ imagePullSecrets: ofPod }) })
  const manifests = manifestsOf({
    uses: [image],
    serviceAccounts: [account('default', { imagePullSecrets: ofAccount })]
  })
  const names = pullSecretsOf(image, indexManifests(manifests)).map(({ name }) => name)
  expect(names).toEqual(tried)
})

describe('the credential provider', () => {
  test.each(loginServers)('acts on %s as %s; of its own cloud: %s', (image, loginServer, own) => {
    const host = registryHostOf(referenceOf(image), [customSuffix], () => false)
    expect(host?.notServed === null).toBe(own)
    if (own) expect(host?.host).toBe(loginServer)
  })

  test.each(selections)('signs in by %s', (_name, annotation, clusterDefault, by) => {
    const objectIds = { annotation: 'object-a', default: 'object-d' }
    const facts = factsWith({
      facts: {
        identities: [
          { reference: annotated, answer: known(identity('a', objectIds.annotation, annotated)) },
          { reference: defaulted, answer: known(identity('d', objectIds.default, defaulted)) }
        ],
        relatedResources: {
          ...noRelatedResources,
          identityBindings: [
            {
              clusterId: cluster().id,
              answer: known(
                [annotated, defaulted].map(clientId => ({
                  name: clientId,
                  clientId,
                  resourceId: `/${clientId}`
                }))
              )
            }
          ]
        }
      }
    })
    const credential = accountIdentity(
      cluster(),
      {
        account: { namespace: 'shop', name: 'web', found: null, hidden: null },
        pullIdentity: annotation,
        credentials: [],
        assumptions: []
      },
      clusterDefault,
      indexFacts(facts)
    )
    const puller = credential.kind === 'identity' ? credential.principal.objectId : credential.kind
    expect(puller).toBe(by === 'nobody' ? 'nobody' : objectIds[by])
  })
})
