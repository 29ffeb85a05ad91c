/** How a value that a chart leaves open stands in an image: as its template would write it. */
export const valueOfChart = (key: string): string => `{{ .Values.${key} }}`

/** The values of a chart that stand open in an image, as `--set` takes their keys. */
export const chartValuesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\{\{ \.Values\.([^{}]+) \}\}/g), ([, key = '']) => key))
]

/** How to tell what the deployment sets; an item of a list cannot be set alone (helm.sh, "The Format and Limitations of --set"). */
export const setValues = (chart: string, keys: readonly string[]): string => {
  const file = `--values '${chart}:FILE' (action input helm-values)`
  if (keys.length === 0 || keys.some(key => key.includes('[')))
    return `Pass the values that the deployment uses: ${file}.`
  const set = keys.map(key => `--helm-set '${chart}:${key}=VALUE'`).join(' ')
  return `Pass what the deployment sets: ${set} (action input helm-set), or its values file: ${file}.`
}
