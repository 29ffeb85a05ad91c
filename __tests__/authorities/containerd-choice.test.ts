import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  chosenManifest,
  hasManifestFor,
  runsOn,
  type ManifestPlatform
} from '../../src/kubernetes/nodes/containerd-choice.ts'
import type { NodePlatform } from '../../src/kubernetes/nodes/node-platform.ts'
import { indexCases, indexes, type IndexCase } from './containerd-indexes.ts'

/** What containerd/platforms v1.0.0-rc.5 answered; `npm run oracle` asks it again. */
const answers = readFileSync(join(import.meta.dirname, 'containerd-choices.txt'), 'utf8')
  .replaceAll('\n', '')
  .split('')

const signOf = ({ platforms, node }: IndexCase): string =>
  String(chosenManifest(platforms, node) ?? '-')

const cases = [...indexCases()].map((asked, number) => ({ asked, answer: answers[number] ?? '' }))

test('there is an answer for each index', () => {
  expect(answers).toHaveLength(indexes)
  expect(new Set(answers)).toEqual(new Set(['-', '0', '1', '2', '3', '4']))
})

test('a node takes the manifest that containerd takes', () => {
  const differing = cases.filter(({ asked, answer }) => signOf(asked) !== answer)
  expect(differing.slice(0, 3)).toEqual([])
})

test('where all containerds say the same, the truth is what this one does', () => {
  const wrong = cases.filter(({ asked: { platforms, node }, answer }) => {
    const found = hasManifestFor(platforms, node)
    return found !== 'maybe' && (found === 'yes') !== (answer !== '-')
  })
  expect(wrong.slice(0, 3)).toEqual([])
})

const amd64: NodePlatform = { os: 'linux', architecture: 'amd64' }
const arm64: NodePlatform = { os: 'linux', architecture: 'arm64' }
const windows = (build: number): NodePlatform => ({ os: 'windows', build })

/** `os/architecture[/variant]`, of Windows with `@version`. */
function platform(text: string, osFeatures: readonly string[] = []): ManifestPlatform {
  const [path = '', osVersion = null] = text.split('@')
  const [os = '', architecture = '', variant = null] = path.split('/')
  return { os, architecture, variant, osVersion, osFeatures }
}

describe('whether an index has a manifest for a node', () => {
  test.each<[string, NodePlatform, readonly (ManifestPlatform | null)[], string]>([
    [
      'what two platforms have',
      amd64,
      ['linux/arm64', 'linux/amd64'].map(each => platform(each)),
      'yes'
    ],
    ['nothing in an index of another one', amd64, [platform('linux/arm64')], 'no'],
    ['nothing in an empty index', amd64, [], 'no'],
    ['no attestation is an image', arm64, [platform('unknown/unknown')], 'no'],
    ['no node of AKS asks for a later level', amd64, [platform('linux/amd64/v3')], 'no'],
    ['32 bits on 64', arm64, [platform('linux/arm/v7')], 'yes'],
    ['a config that was not read decides', amd64, [platform('linux/arm64'), null], 'maybe'],
    ['what is there needs no config', amd64, [platform('linux/amd64'), null], 'yes'],
    ['features count for new containerds alone', amd64, [platform('linux/amd64', ['x'])], 'maybe'],
    ['v8.0 counts for new containerds alone', arm64, [platform('linux/arm64/v8.0')], 'maybe'],
    [
      'an older build on a later host',
      windows(26100),
      [platform('windows/amd64@10.0.20348.1')],
      'yes'
    ],
    [
      'a later build on an older host',
      windows(20348),
      [platform('windows/amd64@10.0.26100.1')],
      'no'
    ],
    ['2019 on 2022', windows(20348), [platform('windows/amd64@10.0.17763.1')], 'no'],
    ['2019 on 2019', windows(17763), [platform('windows/amd64@10.0.17763.1')], 'yes'],
    ['no build said', windows(17763), [platform('windows/amd64')], 'yes']
  ])('%s', (_, node, platforms, expected) => {
    expect(hasManifestFor(platforms, node)).toBe(expected)
  })
})

describe('whether a single manifest runs on a node, which takes it in any case', () => {
  test.each<[string, NodePlatform, ManifestPlatform, string]>([
    ['its own architecture', amd64, platform('linux/amd64'), 'yes'],
    ['another architecture', amd64, platform('linux/arm64'), 'no'],
    ['another system', amd64, platform('windows/amd64@10.0.20348.1'), 'no'],
    ['a level that not every processor has', amd64, platform('linux/amd64/v4'), 'maybe'],
    ['32 bits of Intel', amd64, platform('linux/386'), 'yes'],
    ['32 bits of ARM, which not every processor has', arm64, platform('linux/arm/v7'), 'maybe'],
    ['the same build of Windows', windows(20348), platform('windows/amd64@10.0.20348.1'), 'yes'],
    ['another build of Windows', windows(20348), platform('windows/amd64@10.0.17763.1'), 'no'],
    ['an architecture that nodes never have', arm64, platform('linux/s390x'), 'no']
  ])('%s', (_, node, manifest, expected) => {
    expect(runsOn(manifest, node)).toBe(expected)
  })
})
