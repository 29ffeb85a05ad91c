import { expect, test } from '@jest/globals'
import { endlessTime, type RunTime, type Stage } from '../../src/base/run-time.ts'
import { emptyContent, readManifest } from '../../src/kubernetes/read.ts'
import { boundedReading } from '../../src/manifests/bounded-reading.ts'
import { podWith } from './workspace-files.ts'

const source = (file: string) => ({ file, text: podWith('contoso.azurecr.io/web:1') })
const options = {
  namespace: 'default',
  namespaceOverrides: false,
  variables: {},
  substitution: null,
  registrySuffixes: []
}
const one = readManifest(source('a.yaml'), options)
const overAt = (stage: Stage): RunTime => ({ left: asked => (asked === stage ? 0 : 1000) })

test('what is read after the time of the run is up is told as not read', () => {
  const read = boundedReading(() => one, { time: overAt('reading') })
  const { uses, problems } = read(source('a.yaml'), '/a.yaml')
  expect([uses.length, problems.map(({ unread }) => unread)]).toEqual([0, ['time']])
})

test('a run has as many images as one run judges, and tells of each file that it leaves out', () => {
  const many = { ...emptyContent, uses: Array.from({ length: 60_000 }, () => one.uses).flat() }
  const read = boundedReading(() => many, { time: endlessTime })
  const contents = ['a.yaml', 'b.yaml', 'c.yaml'].map(file => read(source(file), `/${file}`))
  expect(contents.map(({ uses }) => uses.length)).toEqual([60_000, 40_000, 0])
  expect(contents.map(({ problems }) => problems.map(({ unread }) => unread))).toEqual([
    [],
    ['too-large'],
    ['too-large']
  ])
})
