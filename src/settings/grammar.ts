/** How one value is written; `write` completes "write …". Patterns see one line of bounded length. */
export type Grammar = {
  readonly pattern: RegExp
  readonly write: string
  /** What a settings file may say, where that is less. */
  readonly inFile?: { readonly pattern: RegExp; readonly write: string }
  /** Never quoted in a message. */
  readonly secret?: true
  /** A settings file has a map for each value, which is read as JSON. */
  readonly map?: true
}

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
/** RFC 1123, 2.1, as Kubernetes takes it (kubernetes.io, "Object Names and IDs"). */
const label = '[a-z0-9]+(?:-+[a-z0-9]+)*'
const host = `(?:${label}\\.)*${label}`

/** Neither absolute, on any system, nor standard input, nor with `..` between what may part two segments of a glob. */
const inside = {
  pattern: /^(?!-$|[\\/]|[A-Za-z]:)(?!.*(?<![^\\/{},()|!])\.\.(?![^\\/{},()|]))/,
  write: 'a path inside of the workspace, relative to it'
}

/** The same behind `CHART:`, or without it. */
const insideOfChart = {
  pattern:
    /^(?!-$|[\\/]|[A-Za-z]:)(?!(?:[^:]*:)+(?:[\\/]|-$))(?!.*(?<![^\\/{},()|!:=])\.\.(?![^\\/{},()|]))/,
  write: inside.write
}

const helmKey = String.raw`[\w"][\w.\-[\]\\/":]*`
const release = `(?=.{1,53}$)${label}`

/**
 * One form for each kind of value. No value that a program gets as an argument of its own can begin with `-`
 * (helm took the release name `--post-renderer=./x` for a flag).
 */
export const grammars = {
  line: { pattern: /^/, write: 'one line of text' },
  word: { pattern: /^\S+$/, write: 'one word without blanks' },
  /** git-check-ref-format(1); what begins with a dash could be taken for an option. */
  revision: {
    pattern: /^(?!-)[^\s:?*[\\]+$/,
    write: 'a revision, such as origin/main or HEAD~1'
  },
  secret: { pattern: /^\S+$/, write: 'it without blanks', secret: true },
  toggle: { pattern: /^(?:true|false)$/i, write: 'true or false' },
  duration: { pattern: /^\d{1,6}[smhd]$/, write: 'a duration such as 90m, 12h or 3d' },
  timeLimit: { pattern: /^[1-9]\d{0,5}[smhd]$/, write: 'a duration such as 90s, 10m or 1h' },
  pair: { pattern: /^[^=]+=/, write: 'NAME=VALUE' },
  path: { pattern: /^/, write: 'a path', inFile: inside },
  /** helm takes several files in one value, parted by commas and quoted as in CSV. */
  valuesFile: {
    pattern: /^[^,"]+$/,
    write: 'a path without comma and double quote',
    inFile: insideOfChart
  },
  guid: { pattern: new RegExp(`^${guid}$`), write: 'a GUID' },
  tenant: {
    pattern: new RegExp(`^(?:${guid}|(?:${label}\\.)+${label})$`, 'i'),
    write: 'a GUID or a domain'
  },
  httpsUrl: {
    pattern: new RegExp(
      String.raw`^https://(?:${host}|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:/[\w./~%-]*)?$`,
      'i'
    ),
    write: 'an https address, such as https://host'
  },
  host: {
    pattern: new RegExp(String.raw`^${host}(?::\d{1,5})?$`, 'i'),
    write: 'a host, such as contoso.azurecr.io'
  },
  /** learn.microsoft.com, "Naming rules and restrictions for Azure resources": Microsoft.Resources, Microsoft.ContainerService. */
  resourceGroup: {
    pattern: /^[\p{L}\p{N}_.()-]{0,89}[\p{L}\p{N}_()-]$/u,
    write: 'the name of a resource group'
  },
  clusterName: {
    pattern: /^[A-Za-z0-9](?:[\w-]{0,61}[A-Za-z0-9])?$/,
    write: 'the name of an AKS cluster'
  },
  /** ARM id of a fleet manager (learn.microsoft.com, "Azure Kubernetes Fleet Manager"). */
  fleet: {
    pattern:
      /^\/subscriptions\/[^/\s]+\/resourcegroups\/[^/\s]+\/providers\/microsoft\.containerservice\/fleets\/[^/\s]+$/i,
    write: 'the ARM id of a fleet manager (az fleet show --query id)'
  },
  /** One entry of the settings file's list of targets, as JSON. */
  target: {
    pattern: /^\{/,
    write:
      'a map with manifests, clusters (or subscription, fleet, cluster-tags), values, variables, namespace',
    map: true
  },
  ignoreRule: {
    pattern: /^\{/,
    write: 'a map with check, reason, and maybe registry, image, cluster, paths and expires',
    map: true
  },
  namespace: {
    pattern: new RegExp(`^(?=.{1,63}$)${label}$`),
    write: 'a DNS label: at most 63 lower-case letters, digits and dashes, no dash at either end'
  },
  /** Kubernetes: DNS subdomain. */
  objectName: {
    pattern: new RegExp(`^(?=.{1,253}$)${host}$`),
    write: 'the name of a Secret: lower-case letters, digits, dashes and dots'
  },
  image: {
    pattern: /^(?!-)\S+$/,
    write: 'NAME:TAG or NAME@DIGEST, without blanks'
  },
  imagePattern: {
    pattern: /^(?!-)\S+$/,
    write: 'HOST/REPOSITORY:TAG without blanks, in which * stands for any text'
  },
  variable: {
    pattern: /^[\w.][\w.-]*=/,
    write: 'NAME=VALUE, with letters, digits, dots, dashes and underscores in the name'
  },
  /** helm.sh, "The Format and Limitations of --set". */
  helmSet: {
    pattern: new RegExp(`^${helmKey}=`),
    write: 'KEY=VALUE or CHART:KEY=VALUE, as helm --set takes it'
  },
  /** helm, pkg/chartutil/validate_name.go: at most 53 characters; of the names with dots we take none. */
  helmRelease: {
    pattern: new RegExp(`^(?:[\\w./][\\w./-]*:)?${release}$`),
    write:
      'a DNS label: at most 53 lower-case letters, digits and dashes, no dash at either end; perhaps CHART: before it'
  },
  /** The settings file's map of charts, one value a line. */
  chart: {
    pattern: new RegExp(
      `^[\\w./][\\w./ -]*:(?:values=[^,"]+|set=${helmKey}=.*|release=${release})$`
    ),
    write: 'CHART: {values: [FILE], set: {KEY: VALUE}, release: NAME}',
    inFile: {
      pattern: new RegExp(
        String.raw`^[^:]*:(?!values=)|^[^:]*:values=(?!-$|[\\/]|[A-Za-z]:)(?!.*(?<![^\\/{},()|!:=])\.\.(?![^\\/{},()|]))`
      ),
      write: 'values files inside of the workspace, relative to it'
    }
  }
} as const satisfies Readonly<Record<string, Grammar>>

const controls = /[\p{Cc}\p{Zl}\p{Zp}]/u

/** No list, id or path is longer. */
const longest = 8192

/** Why a value is none of its option, as `write …` completes it; null where it is. */
export function faultOf(
  value: string,
  grammar: Grammar,
  source: 'workflow' | 'file'
): string | null {
  if (value.length > longest) return `at most ${longest} characters`
  if (controls.test(value)) return 'one line of text, without control characters'
  if (!grammar.pattern.test(value)) return grammar.write
  if (source === 'file' && grammar.inFile?.pattern.test(value) === false)
    return grammar.inFile.write
  return null
}
