import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { startCloud } from '../emulator/cloud.ts'
import { contoso } from '../emulator/contoso.ts'
import { runBundle, type BundleResult } from '../emulator/run-bundle.ts'
import {
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  type Files
} from '../settings-source/checkouts.ts'
import { clusterId, deployment, oneGrantMissing } from './deployments.ts'

const refused = (name: string): string => deployment(name, `contosoteam.azurecr.io/shop/${name}:1`)
const base: Files = { 'deploy/old.yaml': refused('old') }

/** The webhook event as GitHub sends it for a pull request of the repository itself. */
function asGitHubSends(path: string): void {
  const event = JSON.parse(readFileSync(path, 'utf8')) as {
    pull_request: { head: object; base: object }
  }
  const repository = { full_name: 'contoso/shop' }
  const { pull_request: change } = event
  writeFileSync(
    path,
    JSON.stringify({
      repository,
      pull_request: {
        ...change,
        number: 7,
        head: { ...change.head, repo: repository },
        base: { ...change.base, repo: repository }
      }
    })
  )
}

const cloud = await startCloud(oneGrantMissing)

afterAll(async () => {
  await cloud.close()
  removePlaces()
})

/** One push to the pull request, checked by the action as a workflow calls it. */
async function pushed(head: Files): Promise<BundleResult> {
  const change = pullRequest(base, { ...base, ...head }, 'all')
  const environment = pullRequestEnvironment(change)
  asGitHubSends(environment['GITHUB_EVENT_PATH'] ?? '')
  return runBundle({
    cloud,
    workspace: change.workspace,
    environment,
    inputs: {
      manifests: 'deploy',
      clusters: clusterId,
      'client-id': contoso.callerClientId,
      'tenant-id': contoso.tenantId,
      'registry-lookup': 'off',
      'new-since': 'auto',
      comment: 'on-failure'
    }
  })
}

const errorsIn = ({ stdout }: BundleResult): readonly string[] =>
  stdout.split('\n').filter(line => line.startsWith('::error '))

/** Method and text of what was written into the pull request. */
const writtenBy = ({ requests }: BundleResult) =>
  requests
    .filter(({ path, method }) => path.includes('/comments') && method !== 'GET')
    .map(({ method, body }) => [method, (JSON.parse(body) as { body: string }).body] as const)

test('an old fault stays quiet, a new one gets annotation and comment, and the next push turns the comment green', async () => {
  const first = await pushed({ 'deploy/new.yaml': refused('new') })
  expect(first.code).toBe(1)
  expect(errorsIn(first).map(line => /file=([^,]+)/.exec(line)?.[1])).toEqual(['deploy/new.yaml'])
  const [[method, comment] = []] = writtenBy(first)
  expect(method).toBe('POST')
  expect(comment).toContain('❌')
  expect(comment).toContain('shop/new:1')

  const second = await pushed({
    'deploy/new.yaml': deployment('new', 'contoso.azurecr.io/shop/new:1')
  })
  expect(second.code).toBe(0)
  expect(errorsIn(second)).toEqual([])
  const [[edited, text] = []] = writtenBy(second)
  expect(edited).toBe('PATCH')
  expect(text).not.toContain('❌ fail')
})

test('a suppression does not fail, and is shown with its reason', async () => {
  const reason = 'the grant comes with the release'
  const manifest = refused('new').replace(
    /( +)image: .*/,
    `$&  # acr-pull-check: ignore[no-pull-grant] ${reason}`
  )
  const run = await pushed({ 'deploy/new.yaml': manifest })
  expect(run.code).toBe(0)
  expect(errorsIn(run)).toEqual([])
  expect(run.summary).toContain(reason)
})
