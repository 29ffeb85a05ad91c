import { describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { boundedBy, readNamed } from '../../src/files/named.ts'
import { Tree } from '../../src/files/tree.ts'
import { canary, placeWith, type Links } from './hostile-links.ts'

const limit = 1_000

const rows: readonly (readonly [string, Links, string, string])[] = [
  ['a file of the workspace', {}, 'a.yaml', 'a'],
  ['a file of the workspace by its absolute path', {}, 'PLACE/ws/a.yaml', 'a'],
  ['a file of the workspace behind another name of it', { link: 'ws' }, 'PLACE/link/a.yaml', 'a'],
  ['a file beside the workspace', {}, '../elsewhere/secret', canary],
  ['a file elsewhere', {}, 'PLACE/elsewhere/secret', canary],
  ['a link of the machine', { link: 'elsewhere/secret' }, 'PLACE/link', canary],
  ['a link of the workspace', { 'ws/x': '../elsewhere/secret' }, 'x', 'leaves'],
  [
    'a link of the workspace by its absolute path',
    { 'ws/x': '../elsewhere/secret' },
    'PLACE/ws/x',
    'leaves'
  ],
  [
    'a link of the workspace behind another name of it',
    { link: 'ws', 'ws/x': '../elsewhere/secret' },
    'PLACE/link/x',
    'leaves'
  ],
  [
    'a directory of the workspace behind another name of it',
    { link: 'ws/deep', 'ws/deep/x': '../../elsewhere' },
    'PLACE/link/x/secret',
    'leaves'
  ],
  ['what is not there', {}, 'PLACE/elsewhere/nothing', 'absent'],
  ['a directory', {}, 'PLACE/elsewhere', 'irregular'],
  ['a device', {}, '/dev/zero', 'irregular']
]

test.each(rows)(
  '%s is read or refused by who decides where it leads',
  (_name, links, path, expected) => {
    const { place, workspace } = placeWith({}, links)
    const content = readNamed(Tree.open(workspace), path.replace('PLACE', place), limit)
    expect(content.kind === 'read' ? content.bytes.toString() : content.code).toBe(expected)
  }
)

describe('what bounds a named path', () => {
  const bounds: readonly (readonly [string, Links, string, string | null])[] = [
    ['the workspace, for what lies in it', {}, 'deep', 'ws'],
    ['the workspace, for what is missing in it', {}, 'nothing', 'ws'],
    ['the workspace, by another name', { link: 'ws' }, 'PLACE/link/deep', 'ws'],
    ['the directory that is named', {}, 'PLACE/elsewhere/deep', 'elsewhere/deep'],
    ['the directory of the file that is named', {}, 'PLACE/elsewhere/secret', 'elsewhere'],
    ['the repository around it', {}, '../repository/deploy/prod', 'repository'],
    [
      'what a link of the machine leads to',
      { link: 'elsewhere' },
      'PLACE/link/deep',
      'elsewhere/deep'
    ],
    [
      'what a link of the machine leads to, for a file',
      { 'repository/deploy/x': '../../elsewhere/secret' },
      '../repository/deploy/x',
      'elsewhere'
    ],
    ['nothing, for what is not there', {}, 'PLACE/elsewhere/nothing', null]
  ]
  test.each(bounds)('%s', (_name, links, path, expected) => {
    const { place, workspace } = placeWith(
      { 'repository/.git/config': '', 'repository/deploy/prod/a.yaml': '' },
      links
    )
    const bounded = boundedBy(Tree.open(workspace), path.replace('PLACE', place))
    expect(bounded?.tree.realPath ?? null).toBe(expected === null ? null : join(place, expected))
  })
})
