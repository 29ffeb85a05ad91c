import * as z from 'zod/mini'

/** What of package.json a user's npm reads; the rest is ours. */
const published = z.looseObject({ name: z.string(), version: z.string() })

/**
 * Everything is bundled in `dist`, so that an installed package needs no other: npm would bring 83. What only a clone needs
 * goes too, and so does the script of a package that a stranger would have to allow.
 */
const ofTheClone = [
  'dependencies',
  'devDependencies',
  'overrides',
  'scripts',
  'allowScripts'
] as const

/** `package.json` of the package that is published, from that of the repository; both as JSON text. */
export function publishedManifest(text: string): string {
  const manifest = published.parse(JSON.parse(text))
  const kept = Object.entries(manifest).filter(([key]) => !ofTheClone.some(name => name === key))
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`
}
