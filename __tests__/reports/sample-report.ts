import type { Finding } from '../../src/checks/check.ts'
import type { Location } from '../../src/yaml/location.ts'
import type {
  Report,
  ReportCheck,
  ImageLookup,
  ReportImage,
  ReportUse,
  ReportVerdict
} from '../../src/reports/report.ts'

/*
 * One report that has everything a reporter must show: two clusters, every verdict, every severity, one fix for several
 * images, one finding at several places, node pools, an image of another registry, an invalid one, a finding without place.
 */

const subscription = '00000000-0000-0000-0000-0000000000c1'
const production = `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-prod-weu`
const staging = `/subscriptions/${subscription}/resourceGroups/rg-shop-staging/providers/Microsoft.ContainerService/managedClusters/aks-staging-weu`
const contoso = `/subscriptions/${subscription}/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/contoso`
const fabrikam = `/subscriptions/${subscription}/resourceGroups/rg-registries/providers/Microsoft.ContainerRegistry/registries/fabrikam`

const productionKubelet = {
  kind: 'kubelet-identity',
  objectId: '00000000-0000-0000-0000-00000000a001',
  name: 'aks-prod-weu-agentpool'
} as const

const stagingKubelet = {
  kind: 'kubelet-identity',
  objectId: '00000000-0000-0000-0000-00000000a002',
  name: 'aks-staging-weu-agentpool'
} as const

const web = 'contoso.azurecr.io/shop/web:1.4.2'
const api =
  'contoso.azurecr.io/shop/api@sha256:7d5ab0c1e8a94bd2b6f20f2ed4ce1f5f0a3e1d0c9b8a79685746352413021100'
const reportJob = 'fabrikam.azurecr.io/reports/nightly:2026.11'
const legacy = 'contosoold.azurecr.io/shop/mailer:0.9'
const tools = 'public.azurecr.io/tools/curl:8.10'
const nginx = 'docker.io/library/nginx:1.29'
const slip = 'https://contoso.azurecr.io/shop/cron:1'

const location = (file: string, line: number, column: number, length: number): Location => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + length
})

const webPlace = location('deploy/shop/web.yaml', 21, 16, web.length)
const webMigrationPlace = location('deploy/shop/migrate.yaml', 14, 18, web.length)
const apiPlace = location('deploy/shop/api.yaml', 24, 16, api.length)
const reportPlace = location('deploy/reports/cronjob.yaml', 19, 24, reportJob.length)
const legacyPlace = location('charts/mailer/values.yaml', 3, 8, legacy.length)
const toolsPlace = location('deploy/shop/api.yaml', 16, 16, tools.length)
const nginxPlace = location('deploy/shop/proxy.yaml', 17, 16, nginx.length)
const slipPlace = location('deploy/shop/cron.yaml', 18, 20, slip.length)

const use = (
  place: Location,
  kind: string,
  name: string,
  type: 'container' | 'init' = 'container'
): ReportUse => ({
  class: 'pod',
  ...place,
  workload: {
    apiVersion: kind.endsWith('Job') ? 'batch/v1' : 'apps/v1',
    kind,
    namespace: 'shop',
    name
  },
  container: { name, type },
  origin: null
})

const image = (
  reference: string,
  registryKind: ReportImage['registryKind'],
  registry: string,
  repository: string,
  version: { readonly tag: string | null; readonly digest: string | null },
  uses: readonly ReportUse[],
  lookup: ReportImage['lookup'] = null
): ReportImage => ({
  ...{ reference, registryKind, registry, repository, ...version, uses },
  lookup
})

const tagged = (tag: string) => ({ tag, digest: null })

const asked: ImageLookup = {
  state: 'present',
  reason: null,
  digest: `sha256:${'0a1b2c3d'.repeat(8)}`,
  kind: 'index',
  platforms: ['linux/amd64', 'linux/arm64/v8', null],
  size: null,
  artifactType: null,
  createdAt: '2026-08-30T08:00:00Z',
  lastUpdatedAt: null,
  nearestTags: [],
  expected: false,
  askedAt: '2026-09-01T08:00:00Z'
}

const images: readonly ReportImage[] = [
  image(
    web,
    'acr',
    'contoso.azurecr.io',
    'shop/web',
    tagged('1.4.2'),
    [use(webPlace, 'Deployment', 'web'), use(webMigrationPlace, 'Job', 'migrate')],
    asked
  ),
  image(
    api,
    'acr',
    'contoso.azurecr.io',
    'shop/api',
    { tag: null, digest: api.slice(api.indexOf('@') + 1) },
    [use(apiPlace, 'Deployment', 'api')]
  ),
  image(reportJob, 'acr', 'fabrikam.azurecr.io', 'reports/nightly', tagged('2026.11'), [
    use(reportPlace, 'CronJob', 'nightly')
  ]),
  image(legacy, 'acr', 'contosoold.azurecr.io', 'shop/mailer', tagged('0.9'), [
    {
      ...use(legacyPlace, 'Deployment', 'mailer'),
      class: 'field',
      origin: { chart: 'charts/mailer', confidence: 'likely' }
    }
  ]),
  image(tools, 'acr', 'public.azurecr.io', 'tools/curl', tagged('8.10'), [
    use(toolsPlace, 'Deployment', 'wait-for-database', 'init')
  ]),
  image(nginx, 'other', 'docker.io', 'library/nginx', tagged('1.29'), [
    use(nginxPlace, 'Deployment', 'proxy')
  ])
]

const verdict = (
  cluster: string,
  reference: string,
  result: ReportVerdict['result'],
  because: readonly string[],
  checks: readonly string[] = []
): ReportVerdict => {
  const { registry = '', repository = '' } = images.find(item => item.reference === reference) ?? {}
  return {
    cluster,
    image: reference,
    registry,
    repository,
    result,
    puller: cluster === production ? productionKubelet : stagingKubelet,
    because,
    checks
  }
}

const nodesPullWith = (cluster: string, puller: typeof productionKubelet | typeof stagingKubelet) =>
  `the nodes of cluster ${cluster} pull with kubelet identity ${puller.name} (object id ${puller.objectId})`

const productionNodes = nodesPullWith('aks-prod-weu', productionKubelet)
const stagingNodes = nodesPullWith('aks-staging-weu', stagingKubelet)

const contosoMode =
  'registry contoso.azurecr.io honours RBAC Registry Permissions: a pull needs Microsoft.ContainerRegistry/registries/pull/read'
const noAssignment =
  '4 role assignments of that identity and its groups reach the registry; none contains the action'
const fabrikamMode =
  'registry fabrikam.azurecr.io honours RBAC Registry + ABAC Repository Permissions: a pull needs Microsoft.ContainerRegistry/registries/repositories/content/read'

const granted = (role: string) =>
  `role ${role}, assigned at the registry to that identity, contains the action`

const verdicts: readonly ReportVerdict[] = [
  verdict(
    production,
    web,
    'no-pull',
    [productionNodes, contosoMode, noAssignment],
    ['no-pull-grant']
  ),
  verdict(
    production,
    api,
    'no-pull',
    [productionNodes, contosoMode, noAssignment],
    ['no-pull-grant']
  ),
  verdict(
    production,
    reportJob,
    'no-pull',
    [
      productionNodes,
      fabrikamMode,
      `role AcrPull, assigned at ${fabrikam}, does not contain the action`
    ],
    ['role-ineffective-in-mode']
  ),
  verdict(
    production,
    legacy,
    'no-pull',
    [
      'no registry has the login server contosoold.azurecr.io',
      'Azure says that the name contosoold is free'
    ],
    ['registry-not-found']
  ),
  verdict(production, tools, 'pull', [
    'registry public.azurecr.io allows anonymous pull',
    'no grant is needed'
  ]),
  verdict(staging, web, 'pull', [stagingNodes, contosoMode, granted('AcrPull')]),
  verdict(staging, api, 'pull', [stagingNodes, contosoMode, granted('AcrPull')]),
  verdict(
    staging,
    reportJob,
    'unknown',
    [
      stagingNodes,
      fabrikamMode,
      'the role assignments at the registry could not be read: 403 AuthorizationFailed'
    ],
    ['facts-missing']
  ),
  verdict(staging, tools, 'pull', [
    'registry public.azurecr.io allows anonymous pull',
    'no grant is needed'
  ])
]

const grantContoso = [
  {
    description:
      'Grant AcrPull at the registry (needs Microsoft.Authorization/roleAssignments/write there).',
    command: `az role assignment create --assignee-object-id ${productionKubelet.objectId} --assignee-principal-type ServicePrincipal --role AcrPull --scope ${contoso}`,
    code: null
  },
  {
    description: 'Or let AKS make the same assignment.',
    command: `az aks update --subscription ${subscription} --resource-group rg-shop --name aks-prod-weu --attach-acr ${contoso}`,
    code: null
  }
]

const printOf = (check: string): string =>
  `f0000000000000${check.length.toString(16).padStart(2, '0')}`

const finding = ({
  fingerprint,
  ...fields
}: Pick<Finding, 'check' | 'severity' | 'message'> & Partial<Finding>): Finding => ({
  cluster: null,
  registry: null,
  image: null,
  nodePools: [],
  remediation: [],
  locations: [],
  fingerprint: fingerprint ?? printOf(fields.check),
  fingerprints: [fingerprint ?? printOf(fields.check)],
  new: null,
  suppressed: null,
  ...fields
})

const noGrant = (reference: string, locations: readonly Location[], fingerprint: string): Finding =>
  finding({
    check: 'no-pull-grant',
    severity: 'error',
    message: `${reference} cannot be pulled on cluster aks-prod-weu: kubelet identity ${productionKubelet.name} (object id ${productionKubelet.objectId}) has no role at registry contoso.azurecr.io that lets it pull`,
    cluster: production,
    registry: 'contoso.azurecr.io',
    image: reference,
    remediation: grantContoso,
    locations,
    fingerprint
  })

const findings: readonly Finding[] = [
  noGrant(web, [webPlace, webMigrationPlace], 'a3f1c2d4e5b60718'),
  noGrant(api, [apiPlace], 'b4a2d3e5f6c71829'),
  finding({
    check: 'role-ineffective-in-mode',
    severity: 'error',
    message: `${reportJob} cannot be pulled on cluster aks-prod-weu: kubelet identity ${productionKubelet.name} (object id ${productionKubelet.objectId}) holds AcrPull, which registry fabrikam.azurecr.io ignores in its mode "RBAC Registry + ABAC Repository Permissions"`,
    cluster: production,
    registry: 'fabrikam.azurecr.io',
    image: reportJob,
    remediation: [
      {
        description:
          'Grant Container Registry Repository Reader at the registry (needs Microsoft.Authorization/roleAssignments/write there).',
        command: `az role assignment create --assignee-object-id ${productionKubelet.objectId} --assignee-principal-type ServicePrincipal --role 'Container Registry Repository Reader' --scope ${fabrikam}`,
        code: null
      }
    ],
    locations: [reportPlace]
  }),
  finding({
    check: 'registry-not-found',
    severity: 'warning',
    message: `${legacy} cannot be pulled on cluster aks-prod-weu: no registry contosoold.azurecr.io exists, its name is free, and whoever takes it could serve your cluster images`,
    cluster: production,
    registry: 'contosoold.azurecr.io',
    image: legacy,
    remediation: [
      {
        description: 'Correct the host if it is misspelt, or secure the name if it was yours.',
        command: 'az acr check-name --name contosoold',
        code: null
      }
    ],
    locations: [legacyPlace]
  }),
  finding({
    check: 'anonymous-pull',
    severity: 'note',
    message: `${tools} is pulled anonymously on cluster aks-prod-weu: registry public.azurecr.io is open to everybody, and no identity of the cluster holds a grant there`,
    cluster: production,
    registry: 'public.azurecr.io',
    image: tools,
    remediation: [
      {
        description: 'Grant the identity of the nodes before you switch anonymous pull off.',
        command: null,
        code: null
      }
    ],
    locations: [toolsPlace]
  }),
  finding({
    check: 'facts-missing',
    severity: 'unknown',
    message: `${reportJob} on cluster aks-staging-weu cannot be judged: the role assignments at registry fabrikam.azurecr.io could not be read (403 AuthorizationFailed)`,
    cluster: staging,
    registry: 'fabrikam.azurecr.io',
    image: reportJob,
    remediation: [
      {
        description:
          'Give the identity that runs this check Microsoft.Authorization/roleAssignments/read (docs/permissions.md has the role).',
        command: null,
        code: null
      }
    ],
    locations: [reportPlace]
  }),
  finding({
    check: 'invalid-image-reference',
    severity: 'error',
    message: `'${slip}' is no image reference: it starts with a scheme`,
    image: slip,
    remediation: [
      {
        description:
          'Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@DIGEST, all lower case before the tag.',
        command: null,
        code: null
      }
    ],
    locations: [slipPlace]
  }),
  finding({
    check: 'acr-arm-audience-disabled',
    severity: 'warning',
    message:
      'node pools system and gpu of cluster aks-staging-weu run Kubernetes 1.31.3, whose credential provider asks for an ARM token that registry contoso.azurecr.io is about to refuse',
    cluster: staging,
    registry: 'contoso.azurecr.io',
    nodePools: ['system', 'gpu'],
    remediation: [
      {
        description: 'Upgrade the node pools to 1.31.5 or later.',
        command:
          'az aks nodepool upgrade --resource-group rg-shop-staging --cluster-name aks-staging-weu --name system --kubernetes-version 1.31.5\naz aks nodepool upgrade --resource-group rg-shop-staging --cluster-name aks-staging-weu --name gpu --kubernetes-version 1.31.5',
        code: null
      }
    ]
  })
]

const documented = (
  id: string,
  title: string,
  rationale: string
): readonly [string, ReportCheck] => [
  id,
  {
    title,
    rationale,
    url: `https://github.com/acr-pull-check/acr-pull-check/blob/v1/docs/checks.md#${id}`,
    references: [
      {
        title: 'Authenticate with Azure Container Registry from AKS',
        url: 'https://learn.microsoft.com/azure/aks/cluster-container-registry-integration'
      }
    ]
  }
]

const checks = Object.fromEntries([
  documented(
    'no-pull-grant',
    'The identity that pulls has no grant on the registry',
    'Nodes sign in with the kubelet identity, not with the identity of the control plane.\n\nRoles are judged by their permissions, never by their names: `AcrPull` and `Reader` count alike.'
  ),
  documented(
    'role-ineffective-in-mode',
    "The role does not count in this registry's role assignment mode",
    'A registry honours one set of permissions.'
  ),
  documented(
    'registry-not-found',
    'No registry of this name exists, and anybody could create it',
    'Azure says that the registry name is free.'
  ),
  documented(
    'anonymous-pull',
    'The pull works only because the registry is open to everybody',
    'Anonymous pull is on for this registry.'
  ),
  documented('facts-missing', 'A fact that decides is missing', 'Azure would not tell.'),
  documented(
    'invalid-image-reference',
    'The text is no image reference',
    'The kubelet parses the reference before it pulls anything.'
  ),
  documented(
    'acr-arm-audience-disabled',
    'The node asks for a token that the registry refuses',
    'Older credential providers ask for the ARM audience.'
  )
])

export const sampleReport: Report = {
  schemaVersion: '1',
  tool: { name: 'acr-pull-check', version: '0.1.0' },
  error: null,
  since: null,
  suppressions: [],
  facts: { source: 'azure', collectedAt: '2026-11-20T08:15:42.120Z' },
  summary: {
    conclusion: 'fail',
    notFailed: null,
    files: 7,
    images: 6,
    unjudged: 1,
    registries: 4,
    clusters: 2,
    verdicts: { pull: 4, 'no-pull': 4, unknown: 1 },
    findings: { error: 4, warning: 2, note: 1, unknown: 1 },
    new: null,
    old: 0,
    suppressed: 0
  },
  clusters: [
    { id: production, reason: null },
    { id: staging, reason: null }
  ],
  images,
  invalidImages: [
    { text: slip, reason: 'it starts with a scheme', uses: [use(slipPlace, 'CronJob', 'cron')] }
  ],
  coverage: [
    {
      kind: 'too-large',
      file: 'deploy/shop/generated.yaml',
      line: 1,
      reason: 'The file is larger than 10 MB, so nothing in it was judged'
    },
    {
      kind: 'too-deep',
      file: 'deploy/shop/cron.yaml',
      line: 40,
      reason:
        'This document was not read: nesting exceeded maxDepth (100); no image in it was judged'
    }
  ],
  verdicts,
  findings,
  checks,
  settings: [
    {
      file: '.acr-pull-check.yaml',
      from: 'base',
      commit: '0123456789abcdef0123456789abcdef01234567',
      keys: ['manifests', 'fail-on'],
      applied: true,
      reason: null
    },
    {
      file: '.acr-pull-check.yaml',
      from: 'head',
      commit: '89abcdef0123456789abcdef0123456789abcdef',
      keys: ['fail-on'],
      applied: false,
      reason: 'that of the base counts; merge it, or set settings-from: head in the workflow'
    }
  ],
  notProven: [
    'that the tag or digest exists in the registry, for the platform of the nodes',
    'name resolution, routing, firewalls and TLS inspection between the nodes and the registry',
    'that every node still carries its identity and reaches the instance metadata service'
  ],
  notAsked: []
}

/** The same images, and nothing to complain about. */
export const passingReport: Report = {
  ...sampleReport,
  summary: {
    ...sampleReport.summary,
    conclusion: 'pass',
    unjudged: 0,
    verdicts: { pull: 3, 'no-pull': 0, unknown: 0 },
    findings: { error: 0, warning: 0, note: 0, unknown: 0 }
  },
  invalidImages: [],
  coverage: [],
  verdicts: verdicts.filter(item => item.cluster === staging && item.result === 'pull'),
  clusters: [{ id: staging, reason: null }],
  findings: [],
  checks: {}
}
