import { isNull } from '../../yaml/nodes.ts'
import type { Location } from '../../yaml/location.ts'
import { nodeAt, walkScalars, type Path } from '../../kubernetes/read.ts'
import { limits } from '../limits.ts'
import type { ValuesFile } from './values.ts'

/** A value that a chart leaves empty, or does not even name. */
export type OpenKey = {
  /** As `--set` takes it. */
  readonly text: string
  /** Where it stands empty; null: in no values file. */
  readonly location: Location | null
}

/** Names of parts of images; keys that are called otherwise are tried after them. */
const imagePart = /image|repo|registry|tag|digest|version|host|server|hub|acr|url|name/i
/** These would rename objects, or say who pulls. */
const otherMeaning = /override|serviceaccount|secret|namespace/i

/** helm.sh, "The Format and Limitations of --set". */
const keyText = (path: Path): string =>
  path
    .map(step =>
      typeof step === 'number' ? `[${step}]` : `.${step.replace(/[\\.,=[\]{}]/g, '\\$&')}`
    )
    .join('')
    .replace(/^\./, '')

const pathIn = ({ under }: ValuesFile, path: Path): Path =>
  under === null ? path : [under, ...path]

const emptyKeys = (files: readonly ValuesFile[]): readonly OpenKey[] =>
  files.flatMap(file =>
    [...walkScalars(file.root)].flatMap(({ path, scalar }) =>
      path.length > 0 && (scalar.text === '' || isNull(scalar))
        ? [
            {
              text: keyText(pathIn(file, path)),
              location: file.locate(scalar.start, scalar.end)
            }
          ]
        : []
    )
  )

/** Of the expressions that templates use: `.Values.image.tag`, also as `$.Values` and in parentheses. */
export const valueExpressions = /\.Values\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g

const isSet = (files: readonly ValuesFile[], path: readonly string[]): boolean =>
  files.some(file => {
    const [first, ...rest] = path
    const own = file.under === null ? path : first === file.under ? rest : null
    return own !== null && nodeAt(file.root, own) !== null
  })

const missingKeys = (
  files: readonly ValuesFile[],
  templates: readonly string[]
): readonly OpenKey[] =>
  templates
    .flatMap(text => [...text.matchAll(valueExpressions)].map(([, key = '']) => key))
    .filter(key => !isSet(files, key.split('.')))
    .map(key => ({ text: key, location: null }))

/** `image` and `image.pull` of `image.pull.tag`: a text in their place would take the key away. */
const parentsOf = (key: string): readonly string[] => {
  const steps = key.split('.')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'))
}

/**
 * What may be missing in images of a chart, in the order in which it is tried: values that are empty or that only the
 * given texts of templates name, first those that are called like a part of an image.
 */
export const openKeys = (
  files: readonly ValuesFile[],
  templates: readonly string[]
): readonly (readonly OpenKey[])[] => {
  const all = new Map<string, OpenKey>()
  for (const key of [...missingKeys(files, templates), ...emptyKeys(files)])
    if (!otherMeaning.test(key.text)) all.set(key.text, key)
  const holdsOther = new Set([...all.keys()].flatMap(parentsOf))
  const keys = [...all.values()]
    .filter(({ text }) => !holdsOther.has(text))
    .slice(0, limits.probesInOneRender)
  const isLikely = ({ text }: OpenKey): boolean => imagePart.test(text)
  return [keys.filter(isLikely), keys].filter(({ length }) => length > 0)
}
