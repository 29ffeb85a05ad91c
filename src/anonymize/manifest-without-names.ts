import type { SourceText } from '../yaml/source.ts'
import type { ScalarNode } from '../yaml/yaml-nodes.ts'
import type { SecretScalar } from './manifest-secrets.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { dockerConfigWithoutSecrets, removedValue } from './secret-text.ts'
import { withoutNames } from './words.ts'

function valueOf({ scalar, encoding, form, before }: SecretScalar, names: Pseudonyms): string {
  const secret = scalar.text.slice(before.length)
  const value =
    form === null
      ? removedValue(encoding)
      : dockerConfigWithoutSecrets({ encoding, text: secret }, form, names)
  return `${withoutNames(before, names)}${value}`
}

/** The lines of a block keep their indentation. */
const asBlock = (written: string, value: string): string => {
  const [indentation = ''] = /^[ \t]*(?=\S)/m.exec(written) ?? []
  return `${indentation}${value}${written.endsWith('\n') ? '\n' : ''}`
}

/** A scalar as its style writes it; its range lies within the quotes. */
function written(text: string, { start, end, style }: ScalarNode, value: string): string {
  if (style === 'block') return asBlock(text.slice(start, end), value)
  const quote = style === 'quoted' ? text[start - 1] : undefined
  if (quote === '"') return JSON.stringify(value).slice(1, -1)
  const single = value.replaceAll("'", "''")
  return quote === "'" ? single : `'${single}'`
}

/** A manifest with other names, and without what is secret in it; what stands between its words stays as it is. */
export function manifestWithoutNames(
  { file, text }: SourceText,
  secrets: readonly SecretScalar[],
  names: Pseudonyms
): SourceText {
  let result = ''
  let end = 0
  for (const secret of secrets) {
    const { scalar } = secret
    if (scalar.start < end) continue
    result += withoutNames(text.slice(end, scalar.start), names)
    result += written(text, scalar, valueOf(secret, names))
    end = scalar.end
  }
  return {
    file: withoutNames(file, names),
    text: result + withoutNames(text.slice(end), names)
  }
}
