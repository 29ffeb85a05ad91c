import { describe, expect, test } from '@jest/globals'
import { judgedUses } from '../../src/access/judged-uses.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { lineLocation } from '../../src/yaml/location.ts'
import { account, binding, entry, manifestsOf, pod, secret, use } from './manifests-builder.ts'

const numbered = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index))

const images = (count: number) => numbered(count, index => use(`contoso.azurecr.io/app:${index}`))

const overloaded = pod({ imagePullSecrets: numbered(101, index => `s${index}`) })

type Case = readonly [
  title: string,
  manifests: Manifests,
  clusters: number,
  expected: { readonly judged: number; readonly gaps: readonly string[] }
]

const beyond = (places: string): string =>
  `${places} not judged: the manifests hold more different pulls than one run judges on so many clusters`

const cases: readonly Case[] = [
  [
    '20,000 images on two clusters are all judged',
    manifestsOf({ uses: images(20_000) }),
    2,
    { judged: 20_000, gaps: [] }
  ],
  [
    'the image after these is not, and that is said',
    manifestsOf({ uses: images(20_001) }),
    2,
    {
      judged: 20_000,
      gaps: [beyond('1 place of this file that names an image, from here on, was')]
    }
  ],
  [
    'on fifty clusters fewer are judged',
    manifestsOf({ uses: images(2_003) }),
    50,
    {
      judged: 2_000,
      gaps: [beyond('3 places of this file that name an image, from here on, were')]
    }
  ],
  [
    'on any number of clusters a hundred are judged',
    manifestsOf({ uses: images(100) }),
    100_000,
    { judged: 100, gaps: [] }
  ],
  [
    'places that pull alike count once',
    manifestsOf({ uses: numbered(50_000, () => use('contoso.azurecr.io/app:1')) }),
    2,
    { judged: 50_000, gaps: [] }
  ],
  [
    'mentions count nothing, and stay',
    manifestsOf({
      uses: [...images(20_000), use('contoso.azurecr.io/more', { class: 'mention', pod: null })]
    }),
    2,
    { judged: 20_001, gaps: [] }
  ],
  [
    'a file each is named',
    manifestsOf({
      uses: [
        ...images(20_000),
        use('contoso.azurecr.io/x', { location: lineLocation('a.yaml') }),
        use('contoso.azurecr.io/y', { location: lineLocation('b.yaml') })
      ]
    }),
    2,
    {
      judged: 20_000,
      gaps: [
        beyond('1 place of this file that names an image, from here on, was'),
        beyond('1 place of this file that names an image, from here on, was')
      ]
    }
  ],
  [
    'pods with more than a hundred pull secrets are not judged, the others are',
    manifestsOf({
      uses: [use('contoso.azurecr.io/a', { pod: overloaded }), use('contoso.azurecr.io/b')]
    }),
    2,
    {
      judged: 1,
      gaps: [
        '1 place of this file that names an image, from here on, was not judged: the pods have more than 100 pull secrets'
      ]
    }
  ],
  [
    'nor are pods that get as many from their service account',
    manifestsOf({
      uses: [use('contoso.azurecr.io/a')],
      serviceAccounts: [
        account('default', { imagePullSecrets: numbered(101, index => `s${index}`) })
      ]
    }),
    2,
    {
      judged: 0,
      gaps: [
        '1 place of this file that names an image, from here on, was not judged: the pods have more than 100 pull secrets'
      ]
    }
  ],
  [
    'entries of pull secrets that are looked through for each image add up',
    manifestsOf({
      uses: numbered(700, index =>
        use(`contoso.azurecr.io/app:${index}`, { pod: pod({ imagePullSecrets: ['acr'] }) })
      ),
      secrets: [secret('acr', { entries: numbered(999, index => entry(`r${index}.azurecr.io`)) })]
    }),
    2,
    {
      judged: 500,
      gaps: [beyond('200 places of this file that name an image, from here on, were')]
    }
  ],
  [
    'so do bindings',
    manifestsOf({
      uses: images(700),
      pullBindings: numbered(1_000, index => binding({ name: `b${index}` }))
    }),
    2,
    {
      judged: 500,
      gaps: [beyond('200 places of this file that name an image, from here on, were')]
    }
  ]
]

describe('one run judges a bounded number of pulls, and says what is beyond', () => {
  test.each(cases)('%s', (_title, manifests, clusters, expected) => {
    const { uses, problems } = judgedUses(manifests, clusters)
    expect({ judged: uses.length, gaps: problems.map(({ message }) => message) }).toEqual(expected)
    expect(problems.every(({ unread }) => unread === 'too-large')).toBe(true)
  })

  test('manifests within the bounds stay the same value', () => {
    const manifests = manifestsOf({ uses: images(10) })
    expect(judgedUses(manifests, 2)).toBe(manifests)
  })
})
