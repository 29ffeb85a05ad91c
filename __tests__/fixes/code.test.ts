import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadAll } from 'js-yaml'
import {
  bicepString,
  commentText,
  hclString,
  yamlString
} from '../../src/checks/code/escape-code.ts'
import { nodePoolYaml, pullSecretYaml } from '../../src/checks/code/pod-yaml.ts'
import { grantCode } from '../../src/checks/code/grant-code.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { anyCharacter } from '../base/any-character.ts'
import { worldWithTools } from '../manifests/binaries.ts'
import { grants } from './grants.ts'

const expectedFolder = join(import.meta.dirname, 'expected')
const endings = { terraform: 'tf', bicep: 'bicep', yaml: 'yaml' } as const

/** Compares byte by byte; with UPDATE_EXPECTED=1 writes the files anew, for a person to read. */
function expectGolden(name: string, actual: string): void {
  const file = join(expectedFolder, name)
  if (env['UPDATE_EXPECTED'] === '1') writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

const codeTexts = Object.entries(grants).flatMap(([name, grant]) =>
  grantCode(grant).map(
    ({ language, text }) => [`${name}.${endings[language]}`, `${text}\n`] as const
  )
)

test.each(codeTexts)('%s is whole, and as it was', (name, text) => {
  expectGolden(name, text)
})

test('a scope above subscriptions has no Bicep file of its own, and Terraform takes it', () => {
  const scope = '/providers/Microsoft.Management/managementGroups/contoso'
  const [grant] = Object.values(grants)
  const languages = grant && grantCode({ ...grant, scope }).map(({ language }) => language)
  expect(languages).toEqual(['terraform'])
})

const anyText = fc.string({ unit: anyCharacter, maxLength: 40 })
const sneaky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '${',
        '%{',
        '$',
        '%',
        '{',
        '}',
        '\n',
        '\r',
        "'''",
        '*/',
        '//',
        '#'
      ),
      anyText
    ),
    { maxLength: 8 }
  )
  .map(parts => parts.join(''))

describe('a text of somebody else', () => {
  test('stays in its string of HCL: no quote, no template, no line ends it', () => {
    fc.assert(
      fc.property(sneaky, text => {
        const string = hclString(text)
        const inner = string.slice(1, -1).replace(/\\(?:["\\nrt]|u[0-9a-f]{4}|U[0-9a-f]{8})/g, 'x')
        expect(inner).not.toMatch(/["\\\n\r]|[$%]\{/)
      })
    )
  })

  test('stays in its string of Bicep: no quote, no expression, no line ends it', () => {
    fc.assert(
      fc.property(sneaky, text => {
        const string = bicepString(text)
        const inner = string.slice(1, -1).replace(/\\(?:['\\nrt$]|u\{[0-9a-f]+\})/g, 'x')
        expect(inner).not.toMatch(/['\\\n\r]|\$\{/)
      })
    )
  })

  test('is the same text to a reader of YAML', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          sneaky.filter(text => !/\p{Cs}/u.test(text)),
          fc.constantFrom('yes', 'null', '1.5', 'a-b', 'a.b', '0x1f', '1e3')
        ),
        text => {
          expect(loadAll(`- ${yamlString(text)}\n`)).toEqual([[text]])
        }
      )
    )
  })

  test('stays in its comment', () => {
    fc.assert(
      fc.property(sneaky, text => {
        expect(commentText(text)).not.toMatch(/[\n\r\u2028\u2029]/)
      })
    )
  })
})

test('snippets for pods are YAML of the fields of a PodSpec', () => {
  expect(loadAll(pullSecretYaml('acr').text)).toEqual([{ imagePullSecrets: [{ name: 'acr' }] }])
  expect(loadAll(nodePoolYaml(['apps']).text)).toEqual([
    { nodeSelector: { 'kubernetes.azure.com/agentpool': 'apps' } }
  ])
  expect(JSON.stringify(loadAll(nodePoolYaml(['apps', 'batch']).text))).toContain(
    '{"key":"kubernetes.azure.com/agentpool","operator":"In","values":["apps","batch"]}'
  )
})

const provider = resolve(import.meta.dirname, '../../.tools/terraform-provider')
const terraform = findProgram('terraform', worldWithTools.environment)
const isThere = terraform !== null && existsSync(join(provider, 'terraform-provider-azurerm'))
if (!isThere)
  process.stderr.write(
    'skipped, because terraform is not on PATH or its stand-in provider not in .tools (scripts/install-tools.sh): Terraform texts\n'
  )

/** Every text in a configuration of its own, so that none mends another. */
const describeThere = isThere ? describe : describe.skip

describeThere.each(codeTexts.filter(([name]) => name.endsWith('.tf')))(
  'the real terraform, told to read %s',
  (_name, text) => {
    const directory = mkdtempSync(join(tmpdir(), 'acr-pull-check-terraform-'))
    const run = (...words: readonly string[]) =>
      spawnSync(terraform ?? '', words, {
        cwd: directory,
        encoding: 'utf8',
        env: { PATH: env['PATH'], HOME: directory, TF_CLI_CONFIG_FILE: join(directory, 'rc.tfrc') }
      })
    mkdirSync(directory, { recursive: true })
    writeFileSync(
      join(directory, 'rc.tfrc'),
      `provider_installation {\n  dev_overrides { "hashicorp/azurerm" = "${provider}" }\n  direct {}\n}\n`
    )
    writeFileSync(join(directory, 'fix.tf'), text)

    test('finds it valid', () => {
      const { stdout } = run('validate', '-json')
      expect(JSON.parse(stdout)).toMatchObject({ valid: true, error_count: 0 })
    })

    test('has nothing to format', () => {
      expect(run('fmt', '-check', '-diff').stdout).toBe('')
    })
  }
)
