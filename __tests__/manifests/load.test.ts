import { describe, expect, test } from '@jest/globals'
import { NothingToJudgeError } from '../../src/base/errors.ts'
import { loadManifests } from '../../src/manifests/load.ts'
import { worldWithoutTools } from './binaries.ts'
import {
  load,
  placesOf,
  podWith,
  problemLine,
  requestFor,
  workspaceWith,
  writeFile
} from './workspace-files.ts'

const typing = (text: string | Uint8Array) => ({
  ...worldWithoutTools,
  readStandardInput: (_milliseconds: number, take: (bytes: Buffer) => boolean) => {
    take(Buffer.from(text))
    return Promise.resolve(true)
  }
})

describe('loadManifests', () => {
  test('counts the files and keeps their order', async () => {
    const manifests = await load({ 'b.yaml': podWith('b:1'), 'a/a.yaml': podWith('a:1') })
    expect(manifests.files).toBe(2)
    expect(placesOf(manifests)).toEqual(['a/a.yaml:8 a:1', 'b.yaml:8 b:1'])
  })

  test('reports paths relative to the workspace, also from outside of it', async () => {
    const workspace = workspaceWith({ 'deploy/pod.yaml': podWith('a:1'), 'app/x.txt': '' })
    const manifests = await loadManifests(
      requestFor(`${workspace}/app`, { paths: ['../deploy'] }),
      worldWithoutTools
    )
    expect(placesOf(manifests)).toEqual(['../deploy/pod.yaml:8 a:1'])
  })

  test('a path that matches nothing stops the run, whatever the others hold', async () => {
    const request = { paths: ['pod.yaml', 'missing/*.yaml'] }
    await expect(load({ 'pod.yaml': podWith('a:1') }, request)).rejects.toThrow(NothingToJudgeError)
  })

  test('a refused file does not hide its neighbours', async () => {
    const workspace = workspaceWith({ 'good.yaml': podWith('a:1') })
    writeFile(workspace, 'nul.yaml', 'kind: Pod\0')
    writeFile(workspace, 'latin.yaml', Buffer.from([0x6b, 0xe4]))
    const manifests = await loadManifests(requestFor(workspace), worldWithoutTools)
    expect(placesOf(manifests)).toEqual(['good.yaml:8 a:1'])
    expect(manifests.problems.map(problemLine)).toEqual([
      'latin.yaml:1 warning manifest-unreadable',
      'nul.yaml:1 warning manifest-unreadable'
    ])
  })
})

describe('what azure/k8s-deploy would rewrite', () => {
  test('is judged in place of what is written, on the same line', async () => {
    const request = { setImages: ['a:2'], imagePullSecrets: ['pull'] }
    const { uses } = await load({ 'pod.yaml': podWith('a:1', 'b:1') }, request, worldWithoutTools)
    expect(uses.map(({ image, location }) => `${location.line} ${image.text}`)).toEqual([
      '8 a:2',
      '10 b:1'
    ])
    expect(uses[0]?.pod?.imagePullSecrets).toEqual(['pull'])
  })
})

describe('standard input', () => {
  test('is read as one file beside the others', async () => {
    const request = { paths: ['-', 'pod.yaml'] }
    const manifests = await load(
      { 'pod.yaml': podWith('a:1') },
      request,
      typing(podWith('typed:1'))
    )
    expect(manifests.files).toBe(2)
    expect(placesOf(manifests)).toEqual(['pod.yaml:8 a:1', 'stdin:8 typed:1'])
  })

  test('is refused like a file', async () => {
    const manifests = await load({}, { paths: ['-'] }, typing('a\0'))
    expect(manifests.problems.map(problemLine)).toEqual(['stdin:1 warning manifest-unreadable'])
  })

  test('is not touched unless it is named', async () => {
    const world = {
      ...worldWithoutTools,
      readStandardInput: () => Promise.reject(new Error('standard input was read'))
    }
    expect((await load({ 'pod.yaml': podWith('a:1') }, {}, world)).uses).toHaveLength(1)
  })
})

describe('many files', () => {
  test('a thousand are read in a moment', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`d${index % 10}/f${index}.yaml`, podWith('a:1')])
    )
    expect((await load(files, {}, worldWithoutTools)).uses).toHaveLength(1_000)
  })
})
