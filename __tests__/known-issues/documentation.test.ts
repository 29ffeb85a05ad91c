import { expect, test } from '@jest/globals'
import { fixTableText, rationaleOf } from '../../src/known-issues/documentation.ts'
import { knownIssues } from '../../src/known-issues/index.ts'
import { issueById } from './builders.ts'

test('a fix table shows the published number beside the verified one', () => {
  const lines = fixTableText(issueById('acr-msi-multi-registry')).split('\n')
  expect(lines[0]).toBe('| Kubernetes | published as | fixed in | source |')
  expect(lines.find(line => line.startsWith('| 1.17 '))).toContain('| 1.17.14 | 1.17.15 |')
  expect(lines.find(line => line.startsWith('| 1.15 '))).toContain('| not listed | no fix |')
})

test('a fix table names the patch to take instead of a withdrawn one', () => {
  expect(fixTableText(issueById('acr-msi-empty-cache'))).toContain('| 1.17.10 (take 1.17.11) |')
})

test('a fix table of node images has no column for the published list', () => {
  const table = fixTableText(issueById('acr-arm-audience-disabled'))
  expect(table.split('\n')[0]).toBe('| Kubernetes | fixed in | source |')
  expect(table).toContain('linux node image 202505.14.0')
})

test('every table has as many cells in each row as in its head, whatever its patterns hold', () => {
  const cells = (line: string) => line.split(/(?<!\\)\|/).length
  for (const issue of knownIssues) {
    const [head = '', ...rows] = fixTableText(issue).split('\n')
    expect(rows.map(cells)).toEqual(rows.map(() => cells(head)))
  }
})

test('a rationale says when the issue shows, since when, and what helps', () => {
  const text = rationaleOf(issueById('acr-sp-grant-not-seen'))
  expect(text).toContain(
    'the nodes pull with a service principal; the registry is in another subscription, or the grant is less than 2 hours old'
  )
  expect(text).toContain('Severity: warning, error when the registry is in another subscription.')
  expect(text).toContain('Kubernetes below the lowest row is affected and has no fix.')
  expect(text).toContain('- Restart the kubelet service on the node.')
})

test('a rationale shows the command and the manifest of a workaround', () => {
  const text = rationaleOf(issueById('acr-anonymous-pull-sp'))
  expect(text).toContain('kubectl create secret generic emptysecret')
  expect(text).toContain('imagePullSecrets:\n  - name: emptysecret')
})
