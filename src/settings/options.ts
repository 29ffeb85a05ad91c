import { grammars, type Grammar } from './grammar.ts'

export type Command =
  'check' | 'images' | 'collect' | 'targets' | 'explain' | 'demo' | 'anonymize' | 'completion'

/** One setting, however it is given: as a flag, an action input, an environment variable or a config key. */
export type Option = {
  /** The key of the settings, of the config file, and (upper case, with `_`) of the environment variable. */
  readonly name: string
  /** The long flag without dashes; null: no flag (a positional, or for the action alone). */
  readonly flag: string | null
  /** One letter, where az or kubectl have it for the same thing. */
  readonly short?: string
  /** The input of the action; null: the command line alone. */
  readonly input: string | null
  /** What action.yml gives where the workflow gives nothing; it would win over a settings file. */
  readonly inputDefault?: string
  /** What the value is called in the help; null: a switch. */
  readonly value: string | null
  readonly repeatable: boolean
  readonly topic: Topic
  readonly commands: readonly Command[]
  readonly trust: Trust
  readonly grammar: Grammar
  readonly description: string
}

/**
 * What a settings file may say, which lies where a pull request can change it (SECURITY.md, "What a pull request may change").
 * `never`: only the workflow sets it. `policy`: a settings file may, on pull requests that of the base.
 * `policy-head-adds`: the same, and the file of the pull request may add values.
 */
export type Trust = 'never' | 'policy' | 'policy-head-adds'

/** What an option is about, in the order in which the help shows it. */
export const topics = [
  { id: 'manifests', title: 'What is read' },
  { id: 'rendering', title: 'Charts and kustomizations' },
  { id: 'facts', title: 'Clusters, registries and facts' },
  { id: 'report', title: 'Report' },
  { id: 'sign-in', title: 'Sign-in and clouds' },
  { id: 'run', title: 'The run' }
] as const

export type Topic = (typeof topics)[number]['id']

const reading: readonly Command[] = ['check', 'images', 'collect']
/** What decides which manifests are read, and how. */
const loading: readonly Command[] = [...reading, 'anonymize']
const everywhere: readonly Command[] = [...loading, 'targets', 'explain', 'demo']

/** Formats that `--format` and the inputs `NAME-file` take. */
export const formats = [
  'text',
  'json',
  'sarif',
  'markdown',
  'github',
  'gitlab',
  'azure-pipelines',
  'junit',
  'html',
  'fix-script',
  'comment'
] as const

export type Format = (typeof formats)[number]

/** Of these, what lists images: `acr-pull-check images`. */
export const imageFormats = ['text', 'json'] as const satisfies readonly Format[]

const one = { repeatable: false } as const
const many = { repeatable: true } as const

const rows = [
  {
    name: 'manifests',
    topic: 'manifests',
    flag: 'filename',
    short: 'f',
    input: 'manifests',
    value: 'PATH',
    ...many,
    commands: [...loading, 'targets'],
    trust: 'policy-head-adds',
    grammar: grammars.path,
    description:
      'Files, directories (recursive, *.yaml *.yml *.json), globs, or - for standard input; charts and kustomizations in them are rendered.'
  },
  {
    name: 'clusters',
    topic: 'facts',
    flag: 'cluster',
    input: 'clusters',
    value: 'ID',
    ...many,
    commands: ['check', 'collect', 'explain'],
    trust: 'policy',
    grammar: grammars.line,
    description:
      'Target AKS clusters: ARM id of a managed cluster, SUBSCRIPTION/RESOURCE-GROUP/NAME, or RESOURCE-GROUP/NAME in the default subscription of the Azure CLI.'
  },
  {
    name: 'cluster-name',
    topic: 'facts',
    flag: 'name',
    short: 'n',
    input: 'cluster-name',
    value: 'NAME',
    ...one,
    commands: ['check', 'collect', 'explain'],
    trust: 'policy',
    grammar: grammars.clusterName,
    description:
      'One target cluster by name, in its resource group, as az has it (the subscription: subscription-id, or the default one of the Azure CLI).'
  },
  {
    name: 'resource-group',
    topic: 'facts',
    flag: 'resource-group',
    short: 'g',
    input: 'resource-group',
    value: 'NAME',
    ...one,
    commands: ['check', 'collect', 'explain'],
    trust: 'policy',
    grammar: grammars.resourceGroup,
    description: 'Resource group of the cluster that is named.'
  },
  {
    name: 'subscription-id',
    topic: 'facts',
    flag: null,
    input: 'subscription-id',
    value: 'ID',
    ...one,
    commands: ['check', 'collect', 'explain'],
    trust: 'policy',
    grammar: grammars.guid,
    description: 'Subscription of the cluster that is named.'
  },
  {
    name: 'registries',
    topic: 'facts',
    flag: 'registry',
    input: null,
    value: 'HOST',
    ...many,
    commands: ['collect'],
    trust: 'policy',
    grammar: grammars.host,
    description: 'Collect these registries too, named or not in the manifests.'
  },
  {
    name: 'facts',
    topic: 'facts',
    flag: 'facts',
    input: 'facts',
    value: 'FILE',
    ...one,
    commands: ['check', 'images', 'targets', 'anonymize', 'explain'],
    trust: 'never',
    grammar: grammars.path,
    description: 'Judge from a facts file; opens no connection at all and needs no credentials.'
  },
  {
    name: 'facts-out',
    topic: 'facts',
    flag: 'facts-out',
    input: 'facts-out',
    value: 'FILE',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.path,
    description: 'Write the facts that were used to this file.'
  },
  {
    name: 'out',
    topic: 'report',
    flag: 'out',
    input: null,
    value: 'PATH',
    ...one,
    commands: ['collect', 'anonymize'],
    trust: 'never',
    grammar: grammars.path,
    description:
      'Where to write: of collect the file of the facts (default: standard output), of anonymize a folder that is not there yet.'
  },
  {
    name: 'facts-max-age',
    topic: 'facts',
    flag: 'max-age',
    input: 'facts-max-age',
    value: 'DURATION',
    ...one,
    commands: ['check', 'explain'],
    trust: 'policy',
    grammar: grammars.duration,
    description:
      'Facts older than this, such as 12h or 3d, become unknown (default: 72h, with a warning from 24h on).'
  },
  {
    name: 'format',
    topic: 'report',
    flag: 'format',
    short: 'o',
    input: null,
    value: 'NAME[=FILE]',
    ...many,
    commands: ['check', 'images'],
    trust: 'never',
    grammar: grammars.line,
    description: `Report format: ${formats.join(', ')}; without FILE to standard output, at most one (default: text).`
  },
  {
    name: 'fix-script',
    topic: 'report',
    flag: 'fix-script',
    input: null,
    value: 'FILE',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.path,
    description:
      'Write every fix that has a command, once each, as a shell script to read and then run; the same as --format fix-script=FILE.'
  },
  {
    name: 'fail-on',
    topic: 'report',
    flag: 'fail-on',
    input: 'fail-on',
    value: 'LEVEL',
    ...one,
    commands: ['check'],
    trust: 'policy',
    grammar: grammars.word,
    description:
      'Lowest severity that fails: error (default), warning, note, unknown (as error, and unknown fails too) or never.'
  },
  {
    name: 'class-severity',
    topic: 'report',
    flag: 'class-severity',
    input: 'class-severity',
    value: 'CLASS=LEVEL',
    ...many,
    commands: ['check'],
    trust: 'policy',
    grammar: grammars.pair,
    description:
      'Highest severity for images of class pod, container, field (default: warning) or mention (default: note, and images are judged only where mention is named here), such as field=error or mention=off.'
  },
  {
    name: 'checks',
    topic: 'report',
    flag: null,
    input: null,
    value: 'CHECK=LEVEL',
    ...many,
    commands: ['check'],
    trust: 'policy',
    grammar: grammars.pair,
    description:
      'Highest severity of one check (warning or note), or off where its findings are known and accepted; verdicts stay as they are.'
  },
  {
    name: 'ignore',
    topic: 'report',
    flag: null,
    input: null,
    value: 'RULE',
    ...many,
    commands: ['check'],
    trust: 'policy',
    grammar: grammars.ignoreRule,
    description:
      'Findings that do not count: a list of maps with check, maybe registry, image, cluster and paths (in which * stands for any text), a reason, and maybe expires (a date). Verdicts stay as they are.'
  },
  {
    name: 'baseline',
    topic: 'report',
    flag: 'baseline',
    input: 'baseline',
    value: 'FILE',
    ...one,
    commands: ['check'],
    trust: 'policy',
    grammar: grammars.path,
    description:
      'Findings that are known and do not count, as --write-baseline wrote them; on pull requests the file of the base.'
  },
  {
    name: 'namespace',
    topic: 'manifests',
    flag: 'namespace',
    input: 'namespace',
    value: 'NAME',
    ...one,
    commands: [...loading, 'explain'],
    trust: 'policy',
    grammar: grammars.namespace,
    description: 'Namespace of objects that name none (default: default).'
  },
  {
    name: 'images',
    topic: 'manifests',
    flag: 'set-image',
    input: 'images',
    value: 'NAME:TAG',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.image,
    description: 'Images that the deployment will put into the manifests, as azure/k8s-deploy does.'
  },
  {
    name: 'imagepullsecrets',
    topic: 'manifests',
    flag: 'image-pull-secret',
    input: 'imagepullsecrets',
    value: 'NAME',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.objectName,
    description: 'Pull secrets that the deployment will add to the pods, as azure/k8s-deploy does.'
  },
  {
    name: 'assume-default-account',
    topic: 'manifests',
    flag: 'assume-default-account',
    input: 'assume-default-account',
    value: 'empty|unknown',
    ...one,
    commands: ['check', 'explain'],
    trust: 'policy',
    grammar: grammars.word,
    description:
      'A service account that pods get by default and that is not in the manifests: it brings no pull secret (empty, the default), or nobody knows (unknown).'
  },
  {
    name: 'variables',
    topic: 'manifests',
    flag: 'var',
    input: 'variables',
    value: 'NAME=VALUE',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.variable,
    description: 'Fills a placeholder in image strings, such as ${NAME} or #{NAME}#.'
  },
  {
    name: 'helm-values',
    topic: 'rendering',
    flag: 'values',
    input: 'helm-values',
    value: 'FILE',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.valuesFile,
    description:
      'Values files for the charts, as helm --values; CHART:FILE for the chart of that path or name alone.'
  },
  {
    name: 'helm-set',
    topic: 'rendering',
    flag: 'helm-set',
    input: 'helm-set',
    value: 'KEY=VALUE',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.helmSet,
    description:
      'Values for the charts, as helm --set; CHART:KEY=VALUE for the chart of that path or name alone.'
  },
  {
    name: 'helm-release',
    topic: 'rendering',
    flag: 'release',
    input: 'helm-release',
    value: 'NAME',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.helmRelease,
    description:
      'Release name for the charts, or CHART:NAME for one (default: the name of the chart).'
  },
  {
    name: 'charts',
    topic: 'rendering',
    flag: null,
    input: null,
    value: 'CHART:KEY=VALUE',
    ...many,
    commands: reading,
    trust: 'policy',
    grammar: grammars.chart,
    description:
      'What one chart is rendered with, by its path or name: a map with values, set and release.'
  },
  {
    name: 'targets',
    topic: 'manifests',
    flag: null,
    input: null,
    value: 'TARGET',
    ...many,
    commands: ['check', 'collect'],
    trust: 'policy',
    grammar: grammars.target,
    description:
      'Which manifests go to which clusters: a list of maps with manifests (paths and globs), clusters, subscription, fleet or cluster-tags, and maybe values, variables and namespace.'
  },
  {
    name: 'render',
    topic: 'rendering',
    flag: 'no-render',
    input: 'render',
    value: null,
    ...one,
    commands: loading,
    trust: 'policy',
    grammar: grammars.toggle,
    description:
      'Charts and kustomizations are not rendered (nothing of the repository is run); their plain files are still read.'
  },
  {
    name: 'remote-bases',
    topic: 'rendering',
    flag: 'remote-bases',
    input: 'remote-bases',
    value: null,
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.toggle,
    description:
      'Let kustomize fetch remote bases; by default they are left out, and what they bring is unknown.'
  },
  {
    name: 'kubelet-object-id',
    topic: 'facts',
    flag: 'kubelet-object-id',
    input: 'kubelet-object-id',
    value: 'ID',
    ...one,
    commands: ['check', 'collect', 'explain'],
    trust: 'policy',
    grammar: grammars.guid,
    description:
      "Object id of a service-principal cluster's principal, which Azure Resource Manager does not tell."
  },
  {
    name: 'thorough',
    topic: 'facts',
    flag: 'thorough',
    input: 'thorough',
    value: null,
    ...one,
    commands: ['check', 'collect'],
    trust: 'policy',
    grammar: grammars.toggle,
    description:
      'Read also what is rarely the cause (replicas, storage, subscriptions, identities), and take a refusal of scale sets and cache rules for an open question; costs a few requests for each registry and cluster.'
  },
  {
    name: 'quick',
    topic: 'facts',
    flag: 'quick',
    input: 'quick',
    value: null,
    ...one,
    commands: ['check', 'collect'],
    trust: 'policy',
    grammar: grammars.toggle,
    description:
      'Leave out what is cheap to read and rarely the cause: the scale sets behind the node pools, and the cache rules of registries.'
  },
  {
    name: 'registry-lookup',
    topic: 'facts',
    flag: 'registry-lookup',
    input: 'registry-lookup',
    value: 'auto|require|off',
    ...one,
    commands: ['check', 'collect'],
    trust: 'policy',
    grammar: grammars.word,
    description:
      'Ask the registries whether tags and digests exist, and for which platforms: where that is allowed (auto, the default), with what is refused unknown (require), or not at all (off).'
  },
  {
    name: 'expect-images',
    topic: 'facts',
    flag: 'expect-image',
    input: 'expect-images',
    value: 'PATTERN',
    ...many,
    commands: ['check', 'collect'],
    trust: 'policy',
    grammar: grammars.imagePattern,
    description:
      'Images that this pipeline pushes later, as HOST/REPOSITORY:TAG in which * stands for any text: that they are not there yet is no finding.'
  },
  {
    name: 'looked-up-images',
    topic: 'facts',
    flag: 'image',
    input: null,
    value: 'IMAGE',
    ...many,
    commands: ['collect'],
    trust: 'policy',
    grammar: grammars.image,
    description: 'Look these images up, too, whether or not a manifest names them.'
  },
  {
    name: 'lookup',
    topic: 'facts',
    flag: 'lookup',
    input: null,
    value: null,
    ...one,
    commands: ['images'],
    trust: 'never',
    grammar: grammars.toggle,
    description:
      'Ask the registries: digest, platforms, size and age beside each image; with --facts what a facts file has of them.'
  },
  {
    name: 'environment',
    topic: 'sign-in',
    flag: 'cloud',
    input: 'environment',
    value: 'NAME',
    ...one,
    commands: [...reading, 'explain'],
    trust: 'never',
    grammar: grammars.word,
    description:
      'AzurePublicCloud (default), AzureUSGovernment, AzureChinaCloud or custom; the spellings of azure/login are accepted.'
  },
  {
    name: 'resource-manager-endpoint',
    topic: 'sign-in',
    flag: 'resource-manager',
    input: 'resource-manager-endpoint',
    value: 'URL',
    ...one,
    commands: [...reading, 'explain'],
    trust: 'never',
    grammar: grammars.httpsUrl,
    description: 'Azure Resource Manager of a custom cloud.'
  },
  {
    name: 'authority-host',
    topic: 'sign-in',
    flag: 'authority',
    input: 'authority-host',
    value: 'URL',
    ...one,
    commands: [...reading, 'explain'],
    trust: 'never',
    grammar: grammars.httpsUrl,
    description: 'Sign-in authority of a custom cloud.'
  },
  {
    name: 'client-id',
    topic: 'sign-in',
    flag: null,
    input: 'client-id',
    value: 'ID',
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.guid,
    description:
      'Client id for OIDC sign-in, as azure/login; the job needs permissions: id-token: write.'
  },
  {
    name: 'tenant-id',
    topic: 'sign-in',
    flag: null,
    input: 'tenant-id',
    value: 'ID',
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.tenant,
    description: 'Tenant id for OIDC sign-in, as azure/login.'
  },
  {
    name: 'audience',
    topic: 'sign-in',
    flag: null,
    input: 'audience',
    value: 'URI',
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.word,
    description: 'Audience of the OIDC token (default: api://AzureADTokenExchange).'
  },
  {
    name: 'auth-type',
    topic: 'sign-in',
    flag: 'auth-type',
    input: 'auth-type',
    value: 'TYPE',
    ...one,
    commands: [...reading, 'explain'],
    trust: 'never',
    grammar: grammars.word,
    description:
      "IDENTITY signs in with the machine's managed identity, as azure/login; otherwise leave it out."
  },
  {
    name: 'comment',
    topic: 'report',
    flag: null,
    input: 'comment',
    value: 'never|on-failure|always',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.word,
    description:
      'Keep one comment in the pull request up to date: never (default), from the first failure on, or always; needs permissions: pull-requests: write.'
  },
  {
    name: 'check-run',
    topic: 'report',
    flag: null,
    input: 'check-run',
    value: null,
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.toggle,
    description:
      'Create a check run of its own that carries up to 2,500 annotations; needs permissions: checks: write.'
  },
  {
    name: 'github-token',
    topic: 'sign-in',
    flag: null,
    input: 'github-token',
    inputDefault: '${{ github.token }}',
    value: 'TOKEN',
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.secret,
    description:
      "Token to read the settings file of a pull request's base with, which needs permissions: contents: read, and for check-run (default: that of the job)."
  },
  {
    name: 'error',
    topic: 'report',
    flag: 'error',
    input: null,
    value: 'TEXT|-',
    ...one,
    commands: ['explain'],
    trust: 'never',
    grammar: grammars.line,
    description:
      'What the kubelet said, an event, or the output of kubectl describe pod or get pod -o yaml on standard input (-): the causes that fit, and with --facts or a cluster which of them it is.'
  },
  {
    name: 'config',
    topic: 'run',
    flag: 'config',
    input: 'config',
    value: 'FILE',
    ...one,
    commands: [...loading, 'targets'],
    trust: 'never',
    grammar: grammars.path,
    description:
      'Settings file (default: .acr-pull-check.yaml in the root or in .github/; on pull requests that of the base); flag > environment > file > default.'
  },
  {
    name: 'settings-from',
    topic: 'run',
    flag: 'settings-from',
    input: 'settings-from',
    value: 'base|head',
    ...one,
    commands: reading,
    trust: 'never',
    grammar: grammars.word,
    description:
      'Whose settings file counts on pull requests: that of the base (default), or with head that of the pull request, for a workflow that trusts its authors.'
  },
  {
    name: 'new-since',
    topic: 'report',
    flag: 'new-since',
    input: 'new-since',
    value: 'REV',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.revision,
    description:
      'Only what is new counts: findings that this revision, read from git and judged with the same facts, does not have. auto: the base of the pull request, merge group or push; off: everything counts (default).'
  },
  {
    name: 'write-baseline',
    topic: 'report',
    flag: 'write-baseline',
    input: null,
    value: 'FILE',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.path,
    description: 'Write all findings of this run to a file for --baseline; they do not count.'
  },
  {
    name: 'trust-suppressions',
    topic: 'report',
    flag: 'trust-suppressions',
    input: 'trust-suppressions',
    value: 'auto|base|head',
    ...one,
    commands: ['check'],
    trust: 'never',
    grammar: grammars.word,
    description:
      "Whose comments and annotations suppress findings on pull requests: the base's, the head's, or (auto, default) the head's unless it is a fork."
  },
  {
    name: 'timeout',
    topic: 'run',
    flag: 'timeout',
    input: 'timeout',
    value: 'DURATION',
    ...one,
    commands: [...loading, 'targets'],
    trust: 'never',
    grammar: grammars.timeLimit,
    description: 'Time for the whole run, such as 90s or 15m (default: 10m).'
  },
  {
    name: 'no-color',
    topic: 'run',
    flag: 'no-color',
    input: null,
    value: null,
    ...one,
    commands: everywhere,
    trust: 'policy',
    grammar: grammars.toggle,
    description: 'Plain text; NO_COLOR is honoured too.'
  },
  {
    name: 'quiet',
    topic: 'run',
    flag: 'quiet',
    input: null,
    value: null,
    ...one,
    commands: everywhere,
    trust: 'policy',
    grammar: grammars.toggle,
    description: 'No progress on standard error.'
  },
  {
    name: 'verbose',
    topic: 'run',
    flag: 'verbose',
    input: null,
    value: null,
    ...one,
    commands: everywhere,
    trust: 'policy',
    grammar: grammars.toggle,
    description:
      'More on standard error: who signed in, what was asked; and in text each image whose pulls are in order, which are counted otherwise.'
  }
] as const satisfies readonly Option[]

/** The one list of settings: arguments, help text, action inputs, the settings file and the README's table come from it. */
export const options: readonly Option[] = rows

export type OptionName = (typeof rows)[number]['name']

/** Inputs `sarif-file`, `json-file`, …: where the action writes a report of that format. */
export const reportFileInputs: readonly { readonly input: string; readonly format: Format }[] =
  formats.map(format => ({ input: `${format}-file`, format }))
