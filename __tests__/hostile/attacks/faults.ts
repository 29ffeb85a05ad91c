import { everythingGranted } from '../../doors/deployments.ts'
import type { FaultAnswer } from '../../emulator/world.ts'
import { chart } from '../charts.ts'
import type { Attack, HostileCase } from '../hostile-case.ts'
import { goodImage, pod } from '../manifests.ts'

/** What the machine around us may be like; each has a sentence of its own, and is no bug of ours. */
const machine: readonly (readonly [
  title: string,
  attack: Partial<Attack>,
  expect: Attack['expect']
])[] = [
  [
    'a GITHUB_OUTPUT that is a folder',
    { environment: { GITHUB_OUTPUT: '/tmp' } },
    { code: 2, says: ['GITHUB_OUTPUT'] }
  ],
  [
    'a GITHUB_OUTPUT that does not exist',
    { environment: { GITHUB_OUTPUT: '/dev/null/output' } },
    { code: 2, says: ['GITHUB_OUTPUT'] }
  ],
  [
    'a GITHUB_OUTPUT on a full disk',
    { environment: { GITHUB_OUTPUT: '/dev/full' } },
    { code: 2, says: ['GITHUB_OUTPUT'] }
  ],
  [
    'a summary that is a folder',
    { environment: { GITHUB_STEP_SUMMARY: '/tmp' } },
    { code: 0, conclusion: 'pass' }
  ],
  [
    'a summary on a full disk',
    { environment: { GITHUB_STEP_SUMMARY: '/dev/full' } },
    { code: 0, conclusion: 'pass' }
  ],
  [
    'a summary that does not exist',
    { environment: { GITHUB_STEP_SUMMARY: '/dev/null/summary' } },
    { code: 0, conclusion: 'pass' }
  ],
  [
    'an event file that is no JSON',
    { environment: { GITHUB_EVENT_PATH: '/etc/hostname', GITHUB_EVENT_NAME: 'pull_request' } },
    { code: [0, 2] }
  ],
  [
    'a workspace that does not exist',
    { environment: { GITHUB_WORKSPACE: '/dev/null/nowhere' } },
    { code: [2, 4] }
  ],
  [
    'a folder for temporary files that does not exist',
    { environment: { RUNNER_TEMP: '/dev/null/temp', TMPDIR: '/dev/null/tmp' } },
    { code: 2 }
  ],
  ['facts that are no JSON', { inputs: { facts: '/etc/hostname' } }, { code: 2 }],
  ['facts that do not exist', { inputs: { facts: 'nowhere.json' } }, { code: 2 }]
]

const inAWorkflow: readonly HostileCase[] = machine.map(([title, attack, expect]): HostileCase => ({
  title,
  door: 'action',
  attack: () => ({ files: {}, ...attack, expect })
}))

const signIn: readonly HostileCase[] = (
  [
    ['tenant-id', 'not a tenant/../x'],
    ['tenant-id', 'https://login.evil.example'],
    ['client-id', 'x y z'],
    ['audience', 'a\u0001b'],
    ['clusters', '/subscriptions/x/../../y'],
    ['environment', 'AzureMoonCloud']
  ] as const
).map(([input, value]): HostileCase => ({
  title: `${input}: ${JSON.stringify(value)} as an input of the workflow`,
  door: 'action',
  attack: () => ({
    files: {},
    world: everythingGranted,
    inputs: { [input]: value },
    expect: { code: [2, 3], says: [input] }
  })
}))

const proxies: readonly HostileCase[] = [
  'http://[',
  'not a url',
  'ftp://127.0.0.1:1',
  'http://127.0.0.1:99999'
].map((proxy): HostileCase => ({
  title: `the proxy ${proxy}`,
  attack: () => ({
    files: {},
    world: everythingGranted,
    environment: { HTTPS_PROXY: proxy },
    expect: { code: [2, 3], says: [/proxy/i] }
  })
}))

/** What Azure's answers may be like. */
const answers: readonly (readonly [
  title: string,
  url: string,
  answer: FaultAnswer,
  expect: Attack['expect']
])[] = [
  [
    'a cluster of 700 MB',
    'management.azure.com/*/managedClusters/*',
    { kind: 'oversized', bytes: 700_000_000 },
    { code: 3 }
  ],
  [
    'role assignments of 700 MB',
    'management.azure.com/*/roleAssignments*',
    { kind: 'oversized', bytes: 700_000_000 },
    { code: [0, 3], conclusion: 'inconclusive' }
  ],
  [
    'role assignments of 700 MB, packed',
    'management.azure.com/*/roleAssignments*',
    { kind: 'oversized', bytes: 700_000_000, packed: true },
    { code: [0, 3], conclusion: 'inconclusive' }
  ],
  [
    'pages of role assignments without an end',
    'management.azure.com/*/roleAssignments*',
    { kind: 'endless-pages' },
    { code: [0, 3], conclusion: 'inconclusive' }
  ],
  [
    'pages of node pools without an end',
    'management.azure.com/*/agentPools*',
    { kind: 'endless-pages' },
    { code: [0, 3] }
  ],
  [
    'half a document',
    'management.azure.com/*/managedClusters/*',
    { kind: 'broken-json' },
    { code: 3 }
  ],
  [
    'a connection that is cut',
    'management.azure.com/*/managedClusters/*',
    { kind: 'reset' },
    { code: 3 }
  ],
  [
    'a retry-after that is negative',
    'management.azure.com/*/managedClusters/*',
    { kind: 'answer', status: 429, headers: { 'retry-after': '-5' } },
    { code: 3, silent: [/Warning/] }
  ],
  [
    'a retry-after that is no number',
    'management.azure.com/*/managedClusters/*',
    { kind: 'answer', status: 429, headers: { 'retry-after': 'NaN' } },
    { code: 3, silent: [/Warning/] }
  ],
  [
    'a retry-after of a year',
    'management.azure.com/*/managedClusters/*',
    { kind: 'answer', status: 503, headers: { 'retry-after': '31536000' } },
    { code: 3, silent: [/Warning/] }
  ],
  [
    'a retry-after in the past',
    'management.azure.com/*/managedClusters/*',
    { kind: 'answer', status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' } },
    { code: 3, silent: [/Warning/] }
  ]
]

const token = 'login.microsoftonline.com/*/oauth2/v2.0/token*'

/** What the answers of a sign-in may be like; the SDK has a client of its own for them. */
const tokens: typeof answers = [
  [
    'a token of 700 MB',
    token,
    { kind: 'oversized', bytes: 700_000_000 },
    { code: 3, says: [/sign-in failed: .*larger than 1 MB/] }
  ],
  [
    'a token of 700 MB, packed',
    token,
    { kind: 'oversized', bytes: 700_000_000, packed: true },
    { code: 3, says: [/sign-in failed: .*larger than 1 MB/] }
  ],
  ['half a token', token, { kind: 'broken-json' }, { code: 3, says: ['sign-in failed'] }],
  ['a sign-in that is cut', token, { kind: 'reset' }, { code: 3, says: ['sign-in failed'] }],
  [
    'a sign-in that shall be tried again in a year',
    token,
    { kind: 'answer', status: 503, headers: { 'retry-after': '31536000' } },
    { code: 3, says: ['sign-in failed'], silent: [/Warning/] }
  ],
  [
    'a sign-in that leads to another host',
    token,
    { kind: 'answer', status: 307, headers: { location: 'https://login.evil.example/token' } },
    { code: 3, says: ['sign-in failed'] }
  ]
]

const fromAzure: readonly HostileCase[] = [...answers, ...tokens].map(
  ([title, url, answer, expect]): HostileCase => ({
    title: `${title} from Azure`,
    attack: () => ({
      files: {},
      world: { ...everythingGranted, faults: [{ url, answer }] },
      expect
    })
  })
)

const hostileNames: readonly HostileCase[] = [
  {
    title: 'messages, names and codes of Azure that are hostile words',
    door: 'action',
    attack: ({ fresh }) => ({
      files: { 'deploy/x.yaml': pod('contosoteam.azurecr.io/x:1', 'x') },
      world: {
        ...everythingGranted,
        clusters: [
          {
            name: 'aks-contoso',
            nodePools: [{ name: fresh.all(), labels: { [fresh.any()]: fresh.any() } }]
          }
        ],
        faults: [
          {
            url: 'management.azure.com/*/roleAssignments*',
            answer: {
              kind: 'answer',
              status: 403,
              body: { error: { code: fresh.any(), message: fresh.all() } }
            }
          }
        ]
      },
      expect: { code: [0, 1, 3], conclusion: 'inconclusive' }
    })
  }
]

const evil = { program: '#!/bin/sh\ntouch evil\n' } as const

const renderers: readonly HostileCase[] = [
  {
    title: 'a helm that is none',
    attack: () => ({
      files: chart(),
      environment: { PATH: '/dev/null/nowhere' },
      expect: { code: 0, conclusion: 'inconclusive', unread: ['deploy/chart'] }
    })
  },
  {
    title: 'a helm of the pull request, where PATH has a folder of the workspace',
    attack: () => ({
      files: { ...chart(), 'bin/helm': evil, helm: evil },
      environment: { PATH: './bin:.:bin::' },
      expect: { code: 0, conclusion: 'inconclusive', unread: ['deploy/chart'] }
    })
  },
  {
    title:
      'a manifest that is good, without any variable of a home or a folder for temporary files',
    attack: () => ({
      files: { 'deploy/x.yaml': pod(goodImage, 'x') },
      environment: { HOME: undefined, TMPDIR: undefined },
      expect: { code: 0, conclusion: 'pass' }
    })
  }
]

/** What is no fault of the program, and is not told as one. */
export const faultAttacks: readonly HostileCase[] = [
  ...inAWorkflow,
  ...signIn,
  ...proxies,
  ...fromAzure,
  ...hostileNames,
  ...renderers
]
