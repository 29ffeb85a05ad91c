import { env } from 'node:process'
import { judgedUses } from '../access/judged-uses.ts'
import { questionsLeft, requestFor } from '../access/questions.ts'
import { readNamed } from '../files/named.ts'
import { Tree } from '../files/tree.ts'
import { writeNamedFile } from '../files/write-named.ts'
import type { RunTime } from '../base/run-time.ts'
import { FactsError, InputError } from '../base/errors.ts'
import { chosenClusters, clusterIds } from './clusters.ts'
import { ageFacts } from '../facts/age.ts'
import { durationText } from '../base/duration-text.ts'
import { readFacts, writeFacts } from '../facts/facts-file.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageAnswer, ImageQuestion } from '../facts/images.ts'
import { questionNamed } from '../access/image-questions.ts'
import type { AzureCloud, AzureWorld } from '../azure/collect.ts'
import { settingText } from '../settings/setting-values.ts'
import { visible } from '../base/visible.ts'
import { withServicePrincipal } from '../facts/service-principal.ts'
import type { AzureInputs } from '../settings/azure-inputs.ts'
import type { CheckInputs } from '../settings/inputs.ts'
import { azureRegistrySuffixes } from '../kubernetes/images/registry-host.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { supportQuestions } from '../known-issues/support-questions.ts'
import { project } from '../base/project.ts'

/** What obtaining facts needs of the outside. */
export type FactsWorld = {
  /** Absolute; paths that the user names are relative to it. */
  readonly workspace: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  /** One line for people on what is going on. */
  readonly progress: (text: string) => void
  readonly time: RunTime
  /** The job's OIDC token for an audience; null outside of GitHub Actions. */
  readonly getIdToken: ((audience: string) => Promise<string>) | null
  /** Why the job has no OIDC token; absent where nobody knows its event. */
  readonly whyNoToken?: () => { readonly cause: string; readonly cure: string }
}

/** Where facts come from: which texts count as registry hosts is known before the manifests are read. */
export type FactsSource = {
  readonly kind: 'azure' | 'file' | 'example'
  readonly registrySuffixes: readonly string[]
  /** How many clusters are judged. */
  readonly clusters: number
  readonly facts: (manifests: Manifests) => Promise<Facts>
}

export async function factsFor(inputs: CheckInputs, world: FactsWorld): Promise<FactsSource> {
  const source =
    inputs.facts === null
      ? await azureSource(inputs.azure, world)
      : fileSource(inputs.facts, inputs, world)
  return {
    ...source,
    facts: async manifests => {
      const facts = await source.facts(manifests)
      refuseUnreadable(facts)
      if (inputs.factsOut !== null)
        writeNamedFile(world.workspace, inputs.factsOut, writeFacts(facts))
      return facts
    }
  }
}

/** Without any cluster there is nothing to judge against; with some, the report names the others. */
function refuseUnreadable(facts: Facts): void {
  const reasons = facts.clusters.flatMap(({ id, answer }) =>
    answer.known || answer.reason.code === 'stale' ? [] : [{ id, reason: answer.reason }]
  )
  const [first] = reasons
  if (first === undefined || reasons.length < facts.clusters.length) return
  const { id, reason } = first
  const cure =
    reason.permission === null
      ? 'correct its id, or try again'
      : `give the signed-in identity ${reason.permission} there (docs/permissions.md has the role)`
  throw new FactsError(`Cluster ${id} cannot be read: ${reason.message}; ${cure}.`)
}

/**
 * The SDKs read these when they are loaded, and then log whole requests, the Authorization header included
 * (@azure/logger: AZURE_LOG_LEVEL and DEBUG). No token may be printed at any log level.
 */
function silenceSdkLogs(): void {
  delete env['AZURE_LOG_LEVEL']
  delete env['DEBUG']
}

type Azure = typeof import('../azure/collect.ts')

/** Loaded only by who asks Azure. */
async function openAzure(inputs: AzureInputs, world: FactsWorld) {
  silenceSdkLogs()
  const azure = await import('../azure/collect.ts')
  azure.requireUsableProxy(world.environment)
  const cloud = await azure.cloudFor(inputs, project.version, world.time.left('facts'))
  return { azure, cloud }
}

function signedInWorld(
  azure: Azure,
  cloud: AzureCloud,
  inputs: AzureInputs,
  world: FactsWorld
): AzureWorld {
  const { credential, description } = azure.credentialFor({ ...inputs, cloud }, world)
  world.progress(`Signing in to ${cloud.name} with ${description}`)
  return {
    ...world,
    credential,
    cloud,
    version: project.version,
    limits: { run: world.time.left('facts') }
  }
}

async function azureSource(inputs: AzureInputs, world: FactsWorld): Promise<FactsSource> {
  const clusters = clusterIds(inputs.clusters, world)
  const { azure, cloud } = await openAzure(inputs, world)
  return {
    kind: 'azure',
    registrySuffixes: [...new Set([...azureRegistrySuffixes, ...cloud.registrySuffixes])],
    clusters: clusters.length,
    facts: async manifests =>
      azure.collect(
        requestFor(manifests, clusters, {
          cloud,
          registryHosts: inputs.registries,
          kubeletObjectId: inputs.kubeletObjectId,
          thorough: inputs.thorough,
          quick: inputs.quick,
          images: inputs.images.map(text => namedQuestion(text, cloud.registrySuffixes)),
          registryLookup: inputs.registryLookup
        }),
        facts => [
          ...questionsLeft(manifests, facts, inputs.thorough),
          ...supportQuestions(facts, inputs.thorough)
        ],
        signedInWorld(azure, cloud, inputs, world)
      )
  }
}

function namedQuestion(text: string, suffixes: readonly string[]): ImageQuestion {
  const question = questionNamed(text, suffixes)
  if (question === null)
    throw new InputError(
      `Option ${settingText('looked-up-images')} has '${visible(text)}', which names no image of a registry of this cloud: write HOST/REPOSITORY:TAG or HOST/REPOSITORY@DIGEST with a host that ends with ${suffixes.join(' or ')}.`
    )
  return question
}

/** Facts about everything that the manifests and the user name, freshly read. */
export async function azureFacts(
  inputs: AzureInputs,
  manifests: Manifests,
  world: FactsWorld
): Promise<Facts> {
  const source = await azureSource(inputs, world)
  const facts = await source.facts(judgedUses(manifests, source.clusters))
  refuseUnreadable(facts)
  return facts
}

/** What registries say of the images of manifests, freshly asked. */
export async function lookedUpImages(
  inputs: AzureInputs,
  manifests: Manifests,
  world: FactsWorld
): Promise<readonly ImageAnswer[]> {
  const { azure, cloud } = await openAzure(inputs, world)
  const { images } = requestFor(manifests, [], {
    ...inputs,
    images: [],
    registryHosts: [],
    registryLookup: 'require',
    cloud
  })
  if (images.length === 0) return []
  return azure.lookUpImages(images, signedInWorld(azure, cloud, inputs, world))
}

/** Facts as a file has them, however old; InputError where it is none. */
export function readFactsFile(file: string, workspace: string): Facts {
  return readFacts(readText(workspace, file))
}

/** A thousand clusters with all related resources take a twentieth of it. */
const largestFactsFile = 200 * 1024 * 1024

function readText(workspace: string, file: string): string {
  const content = readNamed(Tree.open(workspace), file, largestFactsFile)
  if (content.kind === 'read') return content.bytes.toString('utf8')
  throw new InputError(
    `Facts file ${file} cannot be read: it ${content.reason}; name the file that \`acr-pull-check collect --out FILE\` wrote.`
  )
}

const oneDay = 24 * 3_600_000

/** An old file still counts up to its limit, but a reader should know. */
function withAgeWarning(facts: Facts, file: string, now: Date): Facts {
  const age = now.getTime() - Date.parse(facts.collectedAt)
  if (age <= oneDay) return facts
  const message = `the facts were collected ${durationText(age)} ago, at ${facts.collectedAt}`
  return {
    ...facts,
    coverage: [
      ...facts.coverage,
      { subject: file, reason: { code: 'stale', message, permission: null } }
    ]
  }
}

/** Facts as they count now, with a word where they are old. */
function aged(facts: Facts, file: string, maxAge: number, now: Date): Facts {
  refuseFuture(facts, file, now)
  return withAgeWarning(ageFacts(facts, now, maxAge), file, now)
}

/** Clocks of machines differ by minutes. */
const oneHour = 3_600_000

/** Facts of tomorrow would never grow old. */
function refuseFuture({ collectedAt }: Facts, file: string, now: Date): void {
  if (Date.parse(collectedAt) - now.getTime() > oneHour)
    throw new InputError(
      `Facts file ${file} was collected at ${collectedAt}, and here it is only ${now.toISOString()}: correct the clock of this machine, or collect the facts again.`
    )
}

function fileSource(file: string, inputs: CheckInputs, world: FactsWorld): FactsSource {
  const { clusters: wanted, kubeletObjectId } = inputs.azure
  const chosen = chosenClusters(readFactsFile(file, world.workspace), file, wanted)
  const read = { ...chosen, clusters: withServicePrincipal(chosen.clusters, kubeletObjectId) }
  const facts = read.example === true ? read : aged(read, file, inputs.maxAge, world.now())
  return {
    kind: read.example === true ? 'example' : 'file',
    registrySuffixes: [...new Set([...azureRegistrySuffixes, ...facts.cloud.registrySuffixes])],
    clusters: facts.clusters.length,
    facts: () => Promise.resolve(facts)
  }
}
