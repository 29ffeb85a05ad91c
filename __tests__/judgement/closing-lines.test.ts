import { describe, expect, test } from '@jest/globals'
import { notAskedOf, notProvenOf } from '../../src/judgement/closing-lines.ts'
import { judgePulls } from '../../src/pulls/judged-pulls.ts'
import { known } from '../../src/facts/fact.ts'
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
  const { verdicts } = judgePulls(manifestsOf({ uses: [use(image)] }), facts)
  return { proven: notProvenOf(verdicts, facts), asked: notAskedOf(verdicts, facts) }
}

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
