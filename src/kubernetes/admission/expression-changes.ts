import { anyImage, type PodChange } from './pod-changer.ts'

/** A key has no dot before it; with one, it is read. */
const imageKey = /(?<![.\w])image["']?\s*:/g
const imagePath = /\/image\b|\/(?:init|ephemeral)?[cC]ontainers"/

/** Such as `Object.spec.containers{name: "proxy", image: "…"}`, which is merged with the container of that name alone. */
const innermost = /\{[^{}]*\}/g
const literalName = /(?<![.\w])name["']?\s*:\s*(?:"([^"]*)"|'([^']*)')/

const countOf = (text: string): number => [...text.matchAll(imageKey)].length

function imageChanges(expression: string): readonly PodChange[] {
  const written = countOf(expression)
  if (written === 0) return imagePath.test(expression) ? [anyImage] : []
  const containers = [...expression.matchAll(innermost)]
    .map(([text]) => text)
    .filter(text => countOf(text) > 0)
  const names = containers.map(text => {
    const [, double, single] = literalName.exec(text) ?? []
    return double ?? single ?? null
  })
  return containers.length < written || imagePath.test(expression)
    ? [anyImage]
    : names.map(name => ({ ...anyImage, containers: name === null ? null : [name] }))
}

const others: readonly (readonly [RegExp, PodChange])[] = [
  [/(?<![.\w])imagePullSecrets["']?\s*:|\/imagePullSecrets\b/, { what: 'pull secrets' }],
  [
    /(?<![.\w])serviceAccount(?:Name)?["']?\s*:|\/serviceAccount(?:Name)?\b|acr-client-id/,
    { what: 'accounts' }
  ]
]

/**
 * What an expression in CEL writes: keys of an object that is merged, or paths of a JSON patch (kubernetes.io, "Mutating
 * Admission Policy").
 */
export const expressionChanges = (expression: string): readonly PodChange[] => [
  ...imageChanges(expression),
  ...others.flatMap(([pattern, change]) => (pattern.test(expression) ? [change] : []))
]
