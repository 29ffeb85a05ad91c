import { container, fill, host, pod, repeated, type Flood } from './flood.ts'

/** Texts of many kinds of characters, each of which some expression might look at twice. */
export const longImages: readonly (readonly [what: string, piece: string])[] = [
  ['letters', 'a'],
  ['colons', 'a:'],
  ['slashes', 'a/'],
  ['dots', 'a.'],
  ['at signs', 'a@'],
  ['dashes', 'a-'],
  ['underscores', '__a'],
  ['openings of placeholders', '${'],
  ['placeholders', '${A}'],
  ['templates', '{{a}}'],
  ['tags', '<a>'],
  ['capitals', 'A_B/'],
  ['hosts', `${host}/`],
  ['invisible characters', '\u200b']
]

const inImages: readonly Flood[] = longImages.map(([what, piece]) => ({
  title: `an image of ${what}`,
  files: () => ({
    'deploy/a.yaml': pod('a', container('a', JSON.stringify(repeated(piece))))
  })
}))

export const secret = (index: number): string => `  - name: pull-secret-${index}\n`

export const images: readonly Flood[] = [
  ...inImages,
  {
    title: 'containers with a number for an image',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, '1.10'))
      )
    })
  },
  {
    title: '83 kB of secrets times containers',
    files: () => ({
      'deploy/a.yaml': pod(
        'a',
        fill(index => container(`c${index}`, `${host}/shop/web:${index}`), 100_000),
        `  imagePullSecrets:\n${fill(secret, 83_000)}`
      )
    })
  },
  {
    title: 'comments',
    files: () => ({
      'deploy/a.yaml': `${fill(index => `# image ${host}/${index}\n`)}${pod('a', container('c', `${host}/shop/web:1`))}`
    })
  },
  {
    title: 'empty documents',
    files: () => ({ 'deploy/a.yaml': `image: a\n${repeated('---\n')}` })
  },
  { title: 'documents of one word', files: () => ({ 'deploy/a.yaml': repeated('---\nimage\n') }) }
]
