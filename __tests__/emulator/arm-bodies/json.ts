export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects are merged, everything else is replaced; `null` on top removes the key, as ARM omits what is not set. */
export function laidOver(base: JsonObject, top: JsonObject): JsonObject {
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(top)) {
    const below = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isObject(below) && isObject(value) ? laidOver(below, value) : value)
  }
  return Object.fromEntries(merged)
}
