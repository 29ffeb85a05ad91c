import { describe, expect, test } from '@jest/globals'
import { notAskedOf, notProvenOf } from '../../src/judgement/closing-lines.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import { lookedUpPulls } from '../../src/pulls/looked-up.ts'
import type { ImageAnswer, PresentImage } from '../../src/facts/images.ts'
import { known, unknown } from '../../src/facts/fact.ts'
import {
  assigned,
  assignment,
  clusterId,
  factsWith,
  kubelet,
  registryScope,
  roles,
  type Setting
} from '../access/facts-builder.ts'
import { manifestsOf, use } from '../access/manifests-builder.ts'

const image = 'contoso.azurecr.io/team/app:1.0'
const pull: Setting = { held: [assignment(roles.pull)] }
const principal: Setting = {
  cluster: {
    nodeIdentity: { kind: 'service-principal', clientId: 'app', objectId: known(kubelet) }
  },
  facts: { assignments: [assigned([assignment(roles.pull)])] }
}

const closing = (setting: Setting) => {
  const facts = factsWith(setting)
  const { verdicts, pulls } = judgePulls(manifestsOf({ uses: [use(image)] }), facts)
  return {
    proven: notProvenOf(verdicts, facts, lookedUpPulls(pulls)),
    asked: notAskedOf(verdicts, facts)
  }
}

const existence = 'that the tag or digest exists in the registry, for the platform of the nodes'

const about = (answer: ImageAnswer['answer'], inPassing = false): Setting => ({
  ...pull,
  facts: {
    images: [
      {
        registry: 'contoso.azurecr.io',
        repository: 'team/app',
        reference: '1.0',
        answer,
        askedAt: '2026-11-20T08:00:01.000Z',
        inPassing
      }
    ]
  }
})

const presentImage: PresentImage = {
  state: 'present',
  digest: `sha256:${'a'.repeat(64)}`,
  mediaType: null,
  kind: 'manifest',
  artifactType: null,
  platforms: [
    { os: 'linux', architecture: 'amd64', variant: null, osVersion: null, osFeatures: [] }
  ],
  seen: 'content',
  readEnabled: null,
  size: null,
  createdAt: null,
  lastUpdatedAt: null
}

describe('whether the images of the pulls are there', () => {
  test.each<[string, Setting, string | undefined]>([
    ['is not proven where nobody asked', pull, existence],
    ['is said where each was looked up', about(known(presentImage)), undefined],
    [
      'is not proven where the registry refused, with the right that would change it',
      about(
        unknown('forbidden', 'registry contoso refused the caller', 'registries/pull/read'),
        true
      ),
      `${existence}: registry contoso refused the caller (takes registries/pull/read)`
    ],
    [
      'is not proven in full where only metadata was read',
      about(known({ ...presentImage, seen: 'metadata', readEnabled: true })),
      `${existence}: who may read metadata alone is told neither variants nor builds of Windows`
    ]
  ])('%s', (_, setting, expected) => {
    expect(closing(setting).proven.find(line => line.startsWith('that the tag'))).toBe(expected)
  })

  test('names those of several that were not looked up', () => {
    const facts = factsWith(about(known(presentImage)))
    const uses = [use(image), use('contoso.azurecr.io/team/app:2.0')]
    const { verdicts, pulls } = judgePulls(manifestsOf({ uses }), facts)
    expect(notProvenOf(verdicts, facts, lookedUpPulls(pulls))[0]).toBe(
      'that the tag or digest of contoso.azurecr.io/team/app:2.0 exists in the registry, for the platform of the nodes'
    )
  })

  test('is evidence of the verdict', () => {
    const facts = factsWith(about(known(presentImage)))
    const [verdict] = judgePulls(manifestsOf({ uses: [use(image)] }), facts).verdicts
    expect(verdict?.evidence.find(({ about }) => about === 'image')?.sentence).toBe(
      `Registry contoso has tag 1.0 of repository team/app: ${presentImage.digest}, one manifest for linux/amd64, as it said at 2026-11-20T08:00:01.000Z.`
    )
  })
})

describe('what stands below the verdicts', () => {
  test('nodes with a managed identity must carry it', () => {
    expect(closing(pull).proven.at(-1)).toBe(
      'that every node still carries its identity and reaches the instance metadata service'
    )
  })

  test('nodes with a service principal must have its secret of today', () => {
    const { proven } = closing(principal)
    expect(proven.join()).toContain('that the secret of service principal app has not expired')
    expect(proven.join()).not.toContain('metadata service')
  })

  test('what could have been asked and was not is named', () => {
    expect(closing(pull).asked).toEqual([
      'replicas of registry contoso',
      'cache rules of registry contoso',
      'storage of registry contoso',
      'the state of subscription 1e000000-0000-4000-8000-000000000001',
      'the scale sets of cluster aks-prod'
    ])
  })

  test('what was asked is not', () => {
    const { relatedResources } = factsWith(pull)
    const asked = closing({
      ...pull,
      facts: {
        relatedResources: {
          ...relatedResources,
          scaleSets: [{ clusterId, answer: known([]) }],
          cacheRules: [{ registryId: registryScope('contoso'), answer: known([]) }]
        }
      }
    }).asked.join()
    expect(asked).not.toContain('scale sets')
    expect(asked).not.toContain('cache rules')
  })

  test('nothing is said of registries from which nothing is pulled', () => {
    expect(closing({}).asked).toEqual([])
  })
})
