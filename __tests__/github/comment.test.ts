import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { publishComment, type CommentWorld } from '../../src/github/comment.ts'
import { commentReport } from '../../src/reports/comment.ts'
import type { Report } from '../../src/reports/report.ts'
import { newPlace, removePlaces } from '../settings-source/checkouts.ts'
import { fleetReport } from '../reports/fleet-report.ts'
import { sampleReport } from '../reports/sample-report.ts'

afterAll(removePlaces)

const green: Report = {
  ...sampleReport,
  findings: [],
  summary: {
    ...sampleReport.summary,
    conclusion: 'pass',
    findings: { error: 0, warning: 0, note: 0, unknown: 0 },
    verdicts: { pull: 4, 'no-pull': 0, unknown: 0 }
  },
  verdicts: []
}

type Stored = { id: number; body: string; user: { login: string; type: string } | null }

/** A pull request on GitHub that remembers its comments. */
class Conversation {
  readonly stored: Stored[]
  readonly notices: string[] = []
  readonly calls: string[] = []
  readonly refuses: boolean
  #next = 1000

  constructor(stored: Stored[] = [], refuses = false) {
    this.stored = stored
    this.refuses = refuses
  }

  world(head = 'contoso/shop', event: object = { number: 7 }, actor = 'ada'): CommentWorld {
    const path = join(newPlace(), 'event.json')
    writeFileSync(
      path,
      JSON.stringify({
        repository: { full_name: 'contoso/shop' },
        pull_request: { head: { sha: 'a', repo: { full_name: head } }, ...event }
      })
    )
    return {
      environment: {
        GITHUB_EVENT_PATH: path,
        GITHUB_REPOSITORY: 'contoso/shop',
        GITHUB_SHA: 'abc',
        GITHUB_RUN_ID: '12',
        GITHUB_WORKFLOW: 'Pull check',
        GITHUB_JOB: 'check',
        GITHUB_ACTOR: actor
      },
      notice: text => this.notices.push(text),
      request: (route, parameters) => Promise.resolve({ body: this.answer(route, parameters) })
    }
  }

  answer(route: string, parameters: Readonly<Record<string, string | number>>): unknown {
    this.calls.push(route)
    if (this.refuses) throw new Error('Resource not accessible by integration')
    if (route.startsWith('GET')) {
      const page = Number(parameters['page'])
      return this.stored.slice((page - 1) * 100, page * 100)
    }
    const body = String(parameters['body'])
    if (route.startsWith('POST')) {
      this.stored.push({
        id: this.#next++,
        body,
        user: { login: 'github-actions[bot]', type: 'Bot' }
      })
      return {}
    }
    const own = this.stored.find(({ id }) => id === parameters['comment_id'])
    if (own !== undefined) own.body = body
    return {}
  }
}

const person = (body: string, id: number): Stored => ({
  id,
  body,
  user: { login: 'ada', type: 'User' }
})

describe('the comment of a pull request', () => {
  test('is written once, edited from then on, and says what is gone when it turns green', async () => {
    const github = new Conversation()
    await publishComment(sampleReport, 'on-failure', github.world())
    await publishComment(sampleReport, 'on-failure', github.world())
    expect(github.stored).toHaveLength(1)
    expect(github.stored[0]?.body).toContain('❌ fail')
    expect(github.stored[0]?.body).toContain('/contoso/shop/actions/runs/12')
    await publishComment(green, 'on-failure', github.world())
    expect(github.stored).toHaveLength(1)
    expect(github.stored[0]?.body).toContain('✅ pass')
    expect(github.stored[0]?.body).toContain('of the findings of the push before are gone')
  })

  test.each<['on-failure' | 'always', number]>([
    ['on-failure', 0],
    ['always', 1]
  ])('%s: where nothing fails there are %d', async (mode, expected) => {
    const github = new Conversation()
    await publishComment(green, mode, github.world())
    expect(github.stored).toHaveLength(expected)
  })

  test('is not one of a person who copies its mark, and is found behind 250 others', async () => {
    const first = new Conversation()
    await publishComment(sampleReport, 'always', first.world())
    const [own] = first.stored
    const others = Array.from({ length: 250 }, (_, id) => person(own?.body ?? '', id))
    const github = new Conversation([...others, ...first.stored])
    await publishComment(green, 'always', github.world())
    expect(github.stored).toHaveLength(251)
    expect(github.stored.filter(({ body }) => body.includes('✅ pass'))).toHaveLength(1)
    expect(github.stored[250]?.body).toContain('✅ pass')
  })

  test.each<[string, (github: Conversation) => CommentWorld]>([
    ['from a fork', github => github.world('mallory/shop')],
    ['of Dependabot', github => github.world('contoso/shop', { number: 7 }, 'dependabot[bot]')],
    ['without a number', github => github.world('contoso/shop', {})]
  ])('is one line of the log %s', async (_name, worldOf) => {
    const github = new Conversation()
    await publishComment(sampleReport, 'always', worldOf(github))
    expect(github.calls).toEqual([])
    expect(github.notices).toHaveLength(1)
  })

  test('that GitHub refuses fails nothing', async () => {
    const github = new Conversation([], true)
    await publishComment(sampleReport, 'always', github.world())
    expect(github.notices).toEqual([expect.stringContaining('pull-requests: write')])
  })
})

test('a comment on a fleet is short enough for GitHub', () => {
  expect(commentReport(fleetReport(80, 60)).length).toBeLessThan(65_000)
})
