import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Workspace } from '../../../src/files/workspace.ts'
import { leftOutOf } from '../../../src/manifests/helm/helm-ignore.ts'
import { loadManifests } from '../../../src/manifests/load.ts'
import { describeWith, worldWithTools } from '../binaries.ts'
import { podWith, requestFor, workspaceWith, writeFile } from '../workspace-files.ts'

/** helm, pkg/ignore/rules_test.go, as far as its rules are plain. */
const rows: readonly (readonly [
  rules: string,
  path: string,
  isDirectory: boolean,
  left: boolean
])[] = [
  ['helm.txt', 'helm.txt', false, true],
  ['helm.*', 'helm.txt', false, true],
  ['helm.*', 'rudder.txt', false, false],
  ['*.txt', 'tiller.txt', false, true],
  ['*.txt', 'cargo/a.txt', false, true],
  ['cargo/*.txt', 'cargo/a.txt', false, true],
  ['cargo/*.*', 'cargo/a.txt', false, true],
  ['cargo/*.txt', 'mast/a.txt', false, false],
  ['cargo/*.txt', 'deck/cargo/a.txt', false, false],
  ['ru[c-e]?er.txt', 'rudder.txt', false, false],
  ['templates/.?*', 'templates/.dotfile', false, true],
  ['.*', '.', true, true],
  ['*.doc', '.doc', false, true],
  ['cargo/', 'cargo', true, true],
  ['cargo/', 'cargo', false, false],
  ['mast/', 'deck/mast', true, true],
  ['helm.txt/', 'helm.txt', false, false],
  ['/*.txt', 'a.txt', false, true],
  ['/*.txt', 'cargo/a.txt', false, false],
  ['*', 'a/b', false, true],
  ['a*b*c', 'axxbyyc', false, true],
  ['a*b*c', 'axxbyy', false, false],
  ['?ab', 'xab', false, true],
  ['# comment\n\n*.bin', 'x.bin', false, true],
  ['*.bin\n!keep.bin', 'x.bin', false, false],
  ['**/x', 'a/x', false, false]
]

describe('a chart leaves out what Helm would', () => {
  test.each(rows)('%j: %s (a directory: %s) %s', (rules, path, isDirectory, left) => {
    const place = workspaceWith({ 'chart/.helmignore': rules })
    const isLeftOut = leftOutOf(Workspace.open(place), join(place, 'chart'))
    if (path !== '.') expect(isLeftOut(join(place, 'chart', path), isDirectory)).toBe(left)
  })
})

const chart = (ignored: string) =>
  workspaceWith({
    'chart/.helmignore': ignored,
    'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'chart/templates/pod.yaml': podWith(
      'contoso.azurecr.io/{{ .Files.Get "big/tag" | default "none" }}:1'
    ),
    'chart/big/tag': 'seen'
  })

const imagesOf = async (place: string) => {
  const { uses, problems } = await loadManifests(requestFor(place), worldWithTools)
  return [uses.map(({ image }) => image.text), problems.map(({ unread }) => unread)]
}

describeWith('helm', 'a chart with a .helmignore', () => {
  test('is rendered although what it leaves out is more than a copy holds', async () => {
    const place = chart('big/\n')
    for (let index = 0; index < 11; index += 1)
      writeFile(place, `chart/big/${index}.bin`, 'x'.repeat(10_000_000))
    expect(await imagesOf(place)).toEqual([['contoso.azurecr.io/none:1'], []])
  })

  test('renders what Helm renders, where it negates', async () => {
    expect(await imagesOf(chart('*.bin\n'))).toEqual([['contoso.azurecr.io/seen:1'], []])
  })

  test('is not read behind a link that leads out and is left out', async () => {
    const place = chart('token\n')
    symlinkSync('/etc/hostname', join(place, 'chart/token'))
    const [images] = await imagesOf(place)
    expect(images).toEqual(['contoso.azurecr.io/seen:1'])
  })
})
