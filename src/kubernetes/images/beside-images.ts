import { embeddedTextKeys } from '../custom-resources.ts'
import type { NamedBeside } from './image-use.ts'
import { parseBlock } from '../document-nodes.ts'
import { placeholdersIn } from '../placeholders/placeholders.ts'
import { contentOf, entriesOf, isNull, textIn } from '../../yaml/nodes.ts'
import type { ContentNode, MappingNode, ScalarNode, YamlNode } from '../../yaml/yaml-nodes.ts'

type Brings = 'pull-secret' | 'service-account' | 'other-values'

/**
 * Keys below which charts and operators take pull secrets and accounts for the pods that they make, such as
 * `imagePullSecrets`, `global.pullSecrets`, `imagePullSecretName`, `serviceAccount.name`, `podServiceAccountName`
 * (values of the charts of bitnami, prometheus-community, jupyterhub; fields of Prometheus, RabbitmqCluster, Kafka,
 * OpenTelemetryCollector, SparkApplication). Values that lie elsewhere may hold any of them (fluxcd.io, HelmRelease,
 * "Values references"; argo-cd.readthedocs.io, "Helm").
 */
const keys: readonly (readonly [RegExp, Brings])[] = [
  [/pull[-_]?secrets?(?:[-_]?(?:names?|refs?))?$/i, 'pull-secret'],
  [/^(?:docker[-_]?|image[-_]?)?registry[-_]?secrets?(?:[-_]?(?:names?|refs?))?$/i, 'pull-secret'],
  [/^(?:image|registry)[-_]?credentials?$|docker[-_]?config(?:[-_]?json)?$/i, 'pull-secret'],
  [/service[-_]?accounts?(?:[-_]?(?:names?|refs?))?$/i, 'service-account'],
  [/^(?:valuesFrom|valueFiles|valuesFiles)$/, 'other-values']
]

const broughtBy = (key: string): Brings | null =>
  keys.find(([pattern]) => pattern.test(key))?.[1] ?? null

/** Switches that make a chart create what it then names itself. */
const switches = /^(?:create|enabled)$/i

const isFalse = ({ text, style }: ScalarNode): boolean =>
  style === 'plain' && /^(?:false|no|off)$/i.test(text)
const isBoolean = ({ text, style }: ScalarNode): boolean =>
  style === 'plain' && /^(?:true|false|yes|no|on|off)$/i.test(text)

/** `name: imagePullSecrets[0].name`, `value: …`: a parameter of Helm, or a variable of an operator. */
const parameterKey = (name: string): string | null =>
  name
    .replaceAll(/\[\d+\]/g, '')
    .split('.')
    .find(segment => broughtBy(segment) !== null) ?? null

/** The account that every namespace has says no more than none. */
const defaultAccount = 'default'

class Beside {
  readonly pullSecrets = new Set<string>()
  readonly serviceAccounts = new Set<string>()
  readonly unnamed = new Set<string>()
  private readonly text: string

  /** Of the whole file. */
  constructor(text: string) {
    this.text = text
  }

  look(node: YamlNode): void {
    const content = contentOf(node)
    if (content.kind === 'sequence') for (const item of content.items) this.look(item)
    if (content.kind === 'mapping') this.lookInMapping(content)
  }

  private lookInMapping(mapping: MappingNode): void {
    this.parameter(mapping)
    for (const { key, value } of entriesOf(mapping)) {
      const brings = broughtBy(key.text)
      if (brings !== null) this.take(brings, key.text, value)
      else this.look(this.valuesIn(key.text, contentOf(value)))
    }
  }

  /** Values of a chart may stand as text. */
  private valuesIn(key: string, value: ContentNode): YamlNode {
    const isBlock = embeddedTextKeys.has(key) && value.kind === 'scalar' && value.style === 'block'
    return (isBlock ? parseBlock(this.text, value) : null) ?? value
  }

  private parameter(mapping: MappingNode): void {
    const entries = new Map(entriesOf(mapping).map(({ key, value }) => [key.text, value]))
    const key = parameterKey(textIn(entries.get('name') ?? null) ?? '')
    const value = entries.get('value')
    if (key !== null && value !== undefined) this.take(broughtBy(key), key, value)
  }

  private take(brings: Brings | null, key: string, value: YamlNode): void {
    const content = contentOf(value)
    if (content.kind === 'scalar') this.takeScalar(brings, key, content)
    if (content.kind === 'sequence') for (const item of content.items) this.take(brings, key, item)
    if (content.kind === 'mapping') this.takeMapping(brings, key, content)
  }

  /** `{name: …}`, `{create: true}`, or one of these for each of several components. */
  private takeMapping(brings: Brings | null, key: string, mapping: MappingNode): void {
    for (const entry of entriesOf(mapping)) {
      const value = contentOf(entry.value)
      if (value.kind !== 'scalar') this.take(brings, key, value)
      else if (/name$/i.test(entry.key.text) && !/user_?name$/i.test(entry.key.text))
        this.takeScalar(brings, key, value)
      else if (brings === 'pull-secret' && this.promises(entry.key.text, value))
        this.unnamed.add(key)
    }
  }

  private promises(key: string, value: ScalarNode): boolean {
    if (isNull(value) || value.text.trim() === '') return false
    return switches.test(key) ? !isFalse(value) : /user_?name|password/i.test(key)
  }

  private takeScalar(brings: Brings | null, key: string, value: ScalarNode): void {
    const name = textIn(value)
    if (name === null || isBoolean(value)) return
    if (brings === 'other-values' || placeholdersIn(name).length > 0 || !objectName.test(name))
      this.unnamed.add(key)
    else if (brings === 'pull-secret') this.pullSecrets.add(name)
    else if (name !== defaultAccount) this.serviceAccounts.add(name)
  }
}

/** Kubernetes: DNS subdomain; a text of another form is no name, such as a docker config itself. */
const objectName = /^(?=.{1,253}$)[a-z0-9]+(?:[.-]+[a-z0-9]+)*$/

/** Everything that an object, or a file of Helm values, names for pods that it does not spell out; null: nothing. */
export function namedBeside(node: MappingNode, text: string): NamedBeside | null {
  const beside = new Beside(text)
  beside.look(node)
  const { pullSecrets, serviceAccounts, unnamed } = beside
  return pullSecrets.size + serviceAccounts.size + unnamed.size === 0
    ? null
    : {
        pullSecrets: [...pullSecrets],
        serviceAccounts: [...serviceAccounts],
        unnamed: [...unnamed]
      }
}
