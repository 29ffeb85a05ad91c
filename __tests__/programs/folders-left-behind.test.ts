import { expect, test } from '@jest/globals'
import { lstatSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folderPrefix, sweepFolders } from '../../src/programs/folders-left-behind.ts'
import { privateFolder } from '../../src/programs/private-folder.ts'
import { workspaceWith, writeFile } from '../manifests/workspace-files.ts'

const [, namespace = '', pid = '', start = ''] = /(\d+)-(\d+)-(\d+)-$/.exec(folderPrefix()) ?? []

/** No process: Linux counts to 4,194,304 at most (proc(5), pid_max). */
const nobody = '99999999'

const named = (...parts: readonly [string, string, string]): string =>
  `acr-pull-check-run-${parts.join('-')}-AbCd12`

const dayOld = new Date(Date.now() - 25 * 60 * 60 * 1000)

const isSwept = (name: string, modified = new Date()): boolean => {
  const place = workspaceWith({ [`${name}/inner/file`]: 'text' })
  utimesSync(join(place, name), modified, modified)
  sweepFolders(place)
  return readdirSync(place).length === 0
}

test.each([
  ['of a run that is over', named(namespace, nobody, '1'), new Date(), true],
  [
    'of an earlier process with the number of one that runs',
    named(namespace, pid, '1'),
    new Date(),
    true
  ],
  ['of a run that goes on', named(namespace, pid, start), dayOld, false],
  ['of another container', named('1', nobody, '1'), new Date(), false],
  ['of another container, a day old', named('1', nobody, '1'), dayOld, true],
  ['of another program', 'acr-pull-check-run-notes', dayOld, false],
  ['whose name only begins like ours', `${named(namespace, nobody, '1')}.bak`, dayOld, false]
])('a folder %s', (_name, name, modified, expected) => {
  expect(isSwept(name, modified)).toBe(expected)
})

test('a link by such a name is neither followed nor removed, nor is a link in such a folder followed', () => {
  const place = workspaceWith({ 'elsewhere/file': 'text' })
  const outside = join(place, 'elsewhere')
  mkdirSync(join(place, 'temporary'))
  const link = join(place, 'temporary', named(namespace, nobody, '1'))
  symlinkSync(outside, link)
  const folder = named(namespace, nobody, '2')
  writeFile(place, join('temporary', folder, 'file'), 'text')
  symlinkSync(outside, join(place, 'temporary', folder, 'link'))
  sweepFolders(join(place, 'temporary'))
  expect(readdirSync(join(place, 'temporary'))).toEqual([basename(link)])
  expect(readdirSync(outside)).toEqual(['file'])
})

test('the folder of a run is one for each place, and closed to others', () => {
  const RUNNER_TEMP = workspaceWith({})
  const folder = privateFolder({ RUNNER_TEMP })
  expect(privateFolder({ RUNNER_TEMP })).toBe(folder)
  expect(lstatSync(folder).mode & 0o777).toBe(0o700)
})

test('a place for temporary files that is not there is named, with the cure', () => {
  expect(() => privateFolder({ RUNNER_TEMP: '/nonexistent/place' })).toThrow(
    /\/nonexistent\/place .*: set RUNNER_TEMP or TMPDIR to a folder/
  )
})
