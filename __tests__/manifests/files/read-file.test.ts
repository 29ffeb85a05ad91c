import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { limits } from '../../../src/manifests/limits.ts'
import { Workspace } from '../../../src/files/workspace.ts'
import { decodeText, readFiles, type FileResult } from '../../../src/manifests/files/read-file.ts'
import { workspaceWith, writeFile } from '../workspace-files.ts'

describe('decodeText', () => {
  const refusals: readonly [string, Uint8Array, RegExp][] = [
    ['NUL bytes', Buffer.from('kind: Pod\0'), /NUL bytes/],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0x62]), /not valid UTF-8/],
    ['UTF-16 without a mark', Buffer.from('kind: Pod', 'utf16le'), /NUL bytes/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x6b, 0, 0, 0]), /NUL bytes/],
    ['broken UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), /not valid UTF-16LE/],
    ['more than 10 MB', Buffer.alloc(limits.fileBytes + 1, 'a'), /larger than 10 MB/]
  ]
  test.each(refusals)('%s are refused with the reason', (_name, bytes, reason) => {
    expect(decodeText('a.yaml', Buffer.from(bytes))).toMatchObject({
      kind: 'refused',
      problem: {
        check: 'manifest-unreadable',
        message: expect.stringMatching(reason),
        location: { file: 'a.yaml', line: 1 }
      }
    })
  })

  test('exactly 10 MB are read', () => {
    const result = decodeText('a.yaml', Buffer.alloc(limits.fileBytes, 'a'))
    expect(result.kind).toBe('text')
  })

  test.each([
    ['little', Buffer.from('\uFEFFkind: Pod', 'utf16le')],
    ['big', Buffer.from('\uFEFFkind: Pod', 'utf16le').swap16()]
  ])('UTF-16 of %s endian with a byte order mark is read, as kubectl does', (_name, bytes) => {
    expect(decodeText('a.yaml', bytes)).toEqual({
      kind: 'text',
      source: { file: 'a.yaml', text: 'kind: Pod' }
    })
  })

  test('text beyond ASCII is decoded', () => {
    expect(decodeText('a.yaml', Buffer.from('# ärger 🚢'))).toEqual({
      kind: 'text',
      source: { file: 'a.yaml', text: '# ärger 🚢' }
    })
  })
})

const readOne = (workspace: string, path: string): FileResult | undefined => {
  let read: FileResult | undefined
  readFiles(Workspace.open(workspace), [join(workspace, path)], (_path, result) => {
    read = result
  })
  return read
}

describe('readFiles', () => {
  test('a file above the limit is refused without being read', () => {
    const workspace = workspaceWith({})
    writeFile(workspace, 'large.yaml', Buffer.alloc(limits.fileBytes + 1, 'a'))
    expect(readOne(workspace, 'large.yaml')).toMatchObject({
      kind: 'refused',
      problem: { message: expect.stringMatching(/larger than 10 MB/) }
    })
  })

  test('a missing file is refused and not thrown', () => {
    expect(readOne(workspaceWith({}), 'nonexistent/a.yaml')).toMatchObject({ kind: 'refused' })
  })

  test('a directory is refused', () => {
    expect(readOne(workspaceWith({ 'a.yaml/b': '' }), 'a.yaml')).toMatchObject({ kind: 'refused' })
  })

  const onUnix = process.platform === 'win32' ? test.skip : test
  onUnix('a named pipe without a writer is refused at once', () => {
    const workspace = workspaceWith({})
    execFileSync('mkfifo', [join(workspace, 'pipe.yaml')])
    expect(readOne(workspace, 'pipe.yaml')).toMatchObject({
      kind: 'refused',
      problem: { message: expect.stringMatching(/no regular file/) }
    })
  })
})
