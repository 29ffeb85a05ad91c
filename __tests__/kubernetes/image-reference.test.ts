import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  parseReference,
  printReference,
  type ImageReference
} from '../../src/kubernetes/images/image-reference.ts'
import { parseImage } from '../../src/kubernetes/images/parsed-image.ts'
import { isAzureRegistryHost, registryHost } from '../../src/kubernetes/images/registry-host.ts'

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`
const sha384 = `sha384:${'0'.repeat(96)}`
const sha512 = `sha512:${'f'.repeat(128)}`

const reference = (
  domain: string,
  repository: string,
  tag: string | null = null,
  digest: string | null = null
): ImageReference => ({ domain, repository, tag, digest })

const valid: readonly [name: string, text: string, expected: ImageReference][] = [
  ['a bare name is Docker Hub’s library', 'redis', reference('docker.io', 'library/redis')],
  ['a bare name may have a tag', 'redis:7', reference('docker.io', 'library/redis', '7')],
  [
    'a host without slash is a name',
    'contoso.azurecr.io',
    reference('docker.io', 'library/contoso.azurecr.io')
  ],
  [
    'an address without slash is a name with a tag',
    '10.0.0.4:80',
    reference('docker.io', 'library/10.0.0.4', '80')
  ],
  ['a first part without dot is an account', 'team/app', reference('docker.io', 'team/app')],
  ['docker.io may be written', 'docker.io/team/app', reference('docker.io', 'team/app')],
  [
    'docker.io with one part means its library',
    'docker.io/redis',
    reference('docker.io', 'library/redis')
  ],
  [
    'index.docker.io is docker.io',
    'index.docker.io/redis',
    reference('docker.io', 'library/redis')
  ],
  ['a login server', 'contoso.azurecr.io/app', reference('contoso.azurecr.io', 'app')],
  [
    'a login server and a path',
    'contoso.azurecr.io/a/b/c:1.0',
    reference('contoso.azurecr.io', 'a/b/c', '1.0')
  ],
  [
    'a label host',
    'contoso-abc123.azurecr.io/app:1',
    reference('contoso-abc123.azurecr.io', 'app', '1')
  ],
  [
    'a regional host',
    'contoso.eastus.geo.azurecr.io/app:1',
    reference('contoso.eastus.geo.azurecr.io', 'app', '1')
  ],
  [
    'a port belongs to the host',
    'contoso.azurecr.io:443/app',
    reference('contoso.azurecr.io:443', 'app')
  ],
  ['localhost is a host', 'localhost/app', reference('localhost', 'app')],
  ['localhost with a port', 'localhost:5000/app:dev', reference('localhost:5000', 'app', 'dev')],
  ['an address with a port', '192.0.2.1:5000/app', reference('192.0.2.1:5000', 'app')],
  ['an IPv6 address', '[2001:db8::1]/app', reference('[2001:db8::1]', 'app')],
  ['an IPv6 address with a port', '[2001:DB8::1]:5000/a/b', reference('[2001:DB8::1]:5000', 'a/b')],
  ['upper case makes a host', 'Contoso/app', reference('Contoso', 'app')],
  ['a host keeps its case', 'Contoso.azurecr.io/app', reference('Contoso.azurecr.io', 'app')],
  [
    'a label may begin with a digit',
    '0contoso.azurecr.io/app',
    reference('0contoso.azurecr.io', 'app')
  ],
  ['a punycode host', 'xn--80ak6aa.example/app', reference('xn--80ak6aa.example', 'app')],
  [
    'a host that is no DNS name is still tried',
    'con_toso.example/app',
    reference('con_toso.example', 'app')
  ],
  ['dots in a path', 'contoso.azurecr.io/a.b/c.d', reference('contoso.azurecr.io', 'a.b/c.d')],
  ['one underscore in a path', 'contoso.azurecr.io/a_b', reference('contoso.azurecr.io', 'a_b')],
  ['two underscores in a path', 'contoso.azurecr.io/a__b', reference('contoso.azurecr.io', 'a__b')],
  [
    'many hyphens in a path',
    'contoso.azurecr.io/a----b',
    reference('contoso.azurecr.io', 'a----b')
  ],
  [
    'a host name inside of a path',
    'contoso.azurecr.io/quay.io/app',
    reference('contoso.azurecr.io', 'quay.io/app')
  ],
  ['a path of digits', 'contoso.azurecr.io/1/2:3', reference('contoso.azurecr.io', '1/2', '3')],
  [
    'upper case in a tag',
    'contoso.azurecr.io/app:V1.RC',
    reference('contoso.azurecr.io', 'app', 'V1.RC')
  ],
  ['a tag may begin with an underscore', 'app:_1', reference('docker.io', 'library/app', '_1')],
  ['a tag may end with separators', 'app:1.-_', reference('docker.io', 'library/app', '1.-_')],
  [
    'a tag of 128 characters',
    `app:${'t'.repeat(128)}`,
    reference('docker.io', 'library/app', 't'.repeat(128))
  ],
  [
    'a digest',
    `contoso.azurecr.io/app@${sha256}`,
    reference('contoso.azurecr.io', 'app', null, sha256)
  ],
  [
    'tag and digest',
    `contoso.azurecr.io/app:1@${sha256}`,
    reference('contoso.azurecr.io', 'app', '1', sha256)
  ],
  [
    'port, tag and digest',
    `localhost:5000/a:1@${sha256}`,
    reference('localhost:5000', 'a', '1', sha256)
  ],
  ['a sha384 digest', `app@${sha384}`, reference('docker.io', 'library/app', null, sha384)],
  ['a sha512 digest', `app@${sha512}`, reference('docker.io', 'library/app', null, sha512)],
  [
    '64 hexadecimal digits behind a host',
    `contoso.azurecr.io/${'a'.repeat(64)}`,
    reference('contoso.azurecr.io', 'a'.repeat(64))
  ],
  ['63 hexadecimal digits', 'a'.repeat(63), reference('docker.io', `library/${'a'.repeat(63)}`)],
  [
    'a path of 255 characters',
    `contoso.azurecr.io/${'a'.repeat(255)}`,
    reference('contoso.azurecr.io', 'a'.repeat(255))
  ]
]

const invalid: readonly [name: string, text: string, reason: RegExp][] = [
  ['nothing', '', /empty/],
  ['blanks only', '  ', /blank/],
  ['a leading blank', ' contoso.azurecr.io/app', /blank stands before/],
  ['a trailing blank', 'contoso.azurecr.io/app:1 ', /blank stands after/],
  ['a trailing newline', 'contoso.azurecr.io/app:1\n', /blank stands after/],
  ['a tag without a repository', ':1.0', /no repository stands before/],
  ['a blank inside', 'contoso.azurecr.io/my app', /'my app' may hold only/],
  ['a scheme', 'https://contoso.azurecr.io/app', /leave out 'https:\/\/'/],
  ['a scheme of OCI charts', 'oci://contoso.azurecr.io/app', /leave out 'oci:\/\/'/],
  ['upper case in the repository', 'contoso.azurecr.io/App', /must be lower case/],
  ['upper case behind a lower-case account', 'team/App', /must be lower case/],
  ['upper case without a host', 'Redis', /must be lower case/],
  ['a repository that begins with a hyphen', 'contoso.azurecr.io/-app', /'-app' may hold only/],
  ['a repository that ends with a dot', 'contoso.azurecr.io/app.', /'app\.' may hold only/],
  ['two dots in a row', 'contoso.azurecr.io/a..b', /single separators/],
  ['three underscores in a row', 'contoso.azurecr.io/a___b', /single separators/],
  ['mixed separators', 'contoso.azurecr.io/a_-b', /single separators/],
  ['a letter beyond ASCII', 'contoso.azurecr.io/äpfel', /'äpfel' may hold only/],
  ['a slash too many', 'contoso.azurecr.io//app', /a slash too many/],
  ['a slash at the end', 'contoso.azurecr.io/app/', /a slash too many/],
  ['nothing behind the host', 'contoso.azurecr.io/', /nothing behind the registry host/],
  ['nothing before the slash', '/app', /may hold only|slash too many/],
  ['a host that begins with a hyphen', '-contoso.azurecr.io/app', /is no registry host/],
  ['an empty host label', 'contoso..azurecr.io/app', /is no registry host/],
  ['a port that is no number', 'contoso.azurecr.io:https/app', /is no registry host/],
  ['an IPv6 address without brackets', '2001:db8::1/app', /is no registry host/],
  ['an IPv6 zone', '[fe80::1%eth0]/app', /is no registry host/],
  ['no tag behind the colon', 'contoso.azurecr.io/app:', /nothing stands behind the colon/],
  ['a tag that begins with a dot', 'contoso.azurecr.io/app:.1', /the tag '\.1'/],
  ['a tag with a plus sign', 'contoso.azurecr.io/app:1+2', /the tag '1\+2'/],
  ['two tags', 'contoso.azurecr.io/app:1:2', /the tag '1:2'/],
  ['a tag of 129 characters', `app:${'t'.repeat(129)}`, /up to 128/],
  ['a digest without algorithm', `app@${'a'.repeat(64)}`, /no known algorithm/],
  ['a digest of another algorithm', `app@md5:${'a'.repeat(32)}`, /no known algorithm/],
  ['a short digest', `app@${sha256.slice(0, -1)}`, /64 lower-case/],
  ['a digest in upper case', `app@sha256:${'A'.repeat(64)}`, /64 lower-case/],
  ['an empty digest', 'app@', /no known algorithm/],
  ['two digests', `app@${sha256}@${sha256}`, /64 lower-case/],
  ['a tag behind the digest', `app@${sha256}:1`, /64 lower-case/],
  ['an image identifier', 'a'.repeat(64), /image identifier/],
  ['a path of 256 characters', `contoso.azurecr.io/${'a'.repeat(256)}`, /256 characters/],
  ['a text of megabytes', 'a/'.repeat(1_000_000), /no reference has more/]
]

describe('parseReference accepts what container runtimes accept', () => {
  test.each(valid)('%s', (_name, text, expected) => {
    expect(parseReference(text)).toEqual({ ok: true, reference: expected })
  })

  test.each(valid)('%s, and prints it so that it is read the same', (_name, text) => {
    const parsed = parseReference(text)
    const printed = parsed.ok ? printReference(parsed.reference) : ''
    expect(parseReference(printed)).toEqual(parsed)
  })
})

describe('parseReference says what is wrong', () => {
  test.each(invalid)('%s', (_name, text, reason) => {
    const parsed = parseReference(text)
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason)
  })
})

describe('any reference', () => {
  const words = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  const component = fc
    .tuple(
      words,
      fc.array(fc.tuple(fc.constantFrom('.', '_', '__', '-', '--'), words), { maxLength: 2 })
    )
    .map(([first, rest]) => first + rest.flat().join(''))
  const host = fc
    .tuple(
      fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,9}$/), { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat(65535))
    )
    .map(([labels, port]) => `${labels.join('.')}.example${port === null ? '' : `:${port}`}`)
  const anyReference = fc.record({
    domain: host,
    repository: fc.array(component, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/')),
    tag: fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/)),
    digest: fc.option(fc.stringMatching(/^sha256:[0-9a-f]{64}$/))
  })

  test('is read as it was printed', () => {
    fc.assert(
      fc.property(anyReference, written => {
        expect(parseReference(printReference(written))).toEqual({ ok: true, reference: written })
      })
    )
  })

  test('that is accepted prints to a text that is accepted as the same', () => {
    const pieces = fc.constantFrom(
      'a',
      'B',
      '.',
      '_',
      '-',
      '/',
      ':',
      '@',
      '[',
      ']',
      'localhost',
      sha256,
      ' ',
      '\0'
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const parsed = parseReference(parts.join(''))
        fc.pre(parsed.ok)
        expect(parseReference(printReference(parsed.reference))).toEqual(parsed)
      })
    )
  })
})

describe('hostile texts are judged in linear time', () => {
  test.each([
    ['separators', 'a-'.repeat(500_000)],
    ['dots', `${'a.'.repeat(500_000)}b/c`],
    ['colons', ':'.repeat(1_000_000)],
    ['open placeholders', '${'.repeat(500_000)],
    ['open angle brackets', '<'.repeat(1_000_000)],
    ['underscores', '_a__'.repeat(250_000)]
  ])('%s', (_name, text) => {
    const start = performance.now()
    expect(parseImage(text, {}).kind).toBe('invalid')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('parseImage', () => {
  const variables = {
    REGISTRY: 'contoso',
    TAG: '1.0',
    EMPTY: '',
    APP_IMAGE: 'fabrikam.azurecr.io/web:2',
    REGISTRY_HOST: 'fabrikam.azurecr.io',
    APP_NAME: 'web'
  }
  const image = (
    domain: string,
    repository: string,
    tag: string | null,
    digest: string | null = null
  ) => ({
    kind: 'reference',
    reference: reference(domain, repository, tag, digest)
  })

  test.each([
    [
      'fills in what is known',
      '${REGISTRY}.azurecr.io/app:${TAG}',
      image('contoso.azurecr.io', 'app', '1.0')
    ],
    ['fills in capitals for sed', 'APP_IMAGE', image('fabrikam.azurecr.io', 'web', '2')],
    [
      'fills in several of them',
      'REGISTRY_HOST/team/APP_NAME:1',
      image('fabrikam.azurecr.io', 'team/web', '1')
    ],
    [
      'takes capitals in a tag for a tag',
      'contoso.azurecr.io/app:RELEASE_1',
      image('contoso.azurecr.io', 'app', 'RELEASE_1')
    ],
    [
      'keeps a host whose tag is not known',
      'contoso.azurecr.io/app:#{VERSION}#',
      image('contoso.azurecr.io', 'app', null)
    ],
    [
      'keeps a host whose tag is partly known',
      'contoso.azurecr.io/app:1.$(Build.BuildId)',
      image('contoso.azurecr.io', 'app', null)
    ],
    [
      'keeps a host whose digest is not known',
      'contoso.azurecr.io/app:1@${DIGEST}',
      image('contoso.azurecr.io', 'app', '1')
    ],
    [
      'keeps the digest beside an unknown tag',
      `contoso.azurecr.io/app:\${VERSION}@${sha256}`,
      image('contoso.azurecr.io', 'app', null, sha256)
    ],
    [
      'takes an upper-case token for an unknown tag',
      'contoso.azurecr.io/app:__VERSION__',
      image('contoso.azurecr.io', 'app', null)
    ],
    [
      'takes underscores in a repository for part of the name',
      'contoso.azurecr.io/my__app__x:1',
      image('contoso.azurecr.io', 'my__app__x', '1')
    ],
    [
      'takes them so beside an unknown tag too',
      'contoso.azurecr.io/my__app__x:${VERSION}',
      image('contoso.azurecr.io', 'my__app__x', null)
    ]
  ])('%s', (_name, text, expected) => {
    expect(parseImage(text, variables)).toEqual({ text, ...expected })
  })

  test.each([
    ['host', '${ACR}.azurecr.io/app:${VERSION}', '${ACR}'],
    ['host with a token', '__acr__.azurecr.io/app', '__acr__'],
    ['host in prose', '<your-registry>.azurecr.io/app', '<your-registry>'],
    ['host with a known beginning', '${REGISTRY}${SUFFIX}/app', '${SUFFIX}'],
    ['repository', 'contoso.azurecr.io/team/{{ app }}:1', '{{ app }}'],
    ['end of the repository', 'contoso.azurecr.io/app${SUFFIX}:1', '${SUFFIX}'],
    ['whole text', '#{image}#', '#{image}#'],
    ['upper-case part of the repository', 'contoso.azurecr.io/__APP__/web', '__APP__'],
    ['capitals for sed', 'IMAGE_URL', 'IMAGE_URL'],
    ['capitals for sed in front', 'YOUR_REGISTRY/app:1', 'YOUR_REGISTRY'],
    ['the one of several that is not known', 'REGISTRY_HOST/IMAGE_NAME:1', 'IMAGE_NAME']
  ])('names the placeholder that hides what is pulled: %s', (_name, text, placeholder) => {
    expect(parseImage(text, variables)).toEqual({ kind: 'unresolved', text, placeholder })
  })

  test.each([
    ['upper case before an unknown tag', 'contoso.azurecr.io/App:${VERSION}', /lower case/],
    ['an invisible character', 'contoso.azurecr.io/app\u200B:1', /invisible character U\+200B/],
    ['one beyond 16 bits', 'contoso.azurecr.io/app:1\u{E0041}', /invisible character U\+E0041/],
    ['a wrong tag around a placeholder', 'contoso.azurecr.io/app:.${VERSION}', /the tag/],
    [
      'a value that makes the text invalid',
      'contoso.azurecr.io/app:${EMPTY}',
      /nothing stands behind/
    ]
  ])('refuses %s', (_name, text, reason) => {
    const parsed = parseImage(text, variables)
    expect(parsed.kind === 'invalid' ? parsed.reason : parsed.kind).toMatch(reason)
  })
})

describe('registryHost', () => {
  test.each([
    ['contoso.azurecr.io/app', 'contoso.azurecr.io'],
    ['Contoso.AzureCR.io:443/app', 'contoso.azurecr.io'],
    ['[2001:DB8::1]:5000/app', '[2001:db8::1]'],
    ['app', 'docker.io']
  ])('of %s is %s', (text, expected) => {
    const parsed = parseReference(text)
    expect(parsed.ok && registryHost(parsed.reference)).toBe(expected)
  })
})

describe('isAzureRegistryHost', () => {
  const suffixes = ['azurecr.io', '.registry.contoso.local']
  test.each([
    ['contoso.azurecr.io', true],
    ['contoso-0abc.azurecr.io', true],
    ['contoso.eastus2.geo.azurecr.io', true],
    ['contoso.registry.contoso.local', true],
    ['contoso.azurecr.cn', false],
    ['azurecr.io', false],
    ['contoso.eastus2.data.azurecr.io', false],
    ['a.b.azurecr.io', false],
    ['contoso.azurecr.io.example', false],
    ['contosoazurecr.io', false],
    ['docker.io', false]
  ])('%s: %s', (host, expected) => {
    expect(isAzureRegistryHost(host, suffixes)).toBe(expected)
  })
})
