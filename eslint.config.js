import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Rooms that neither wait nor know the outside world. */
const pureRooms = [
  'base',
  'yaml',
  'kubernetes',
  'facts',
  'known-issues',
  'failure-causes',
  'access',
  'pulls',
  'checks',
  'reports',
  'judgement',
  'anonymize'
]
const outsideWorld = ['node:*', '@actions/*', '@azure/*']

/**
 * What each room may import besides itself, from the bottom of docs/architecture.md to its top: a room sees only rooms
 * that stand before it, so that there is no circle. The doors see everything.
 */
const mayImport = {
  base: [],
  yaml: ['base'],
  files: ['base'],
  programs: ['base'],
  git: ['programs', 'base'],
  kubernetes: ['yaml', 'base'],
  facts: ['base'],
  manifests: ['kubernetes', 'yaml', 'files', 'programs', 'base'],
  azure: ['facts', 'base'],
  'known-issues': ['kubernetes', 'facts', 'base'],
  'failure-causes': ['base'],
  access: ['kubernetes', 'facts', 'base'],
  pulls: ['access', 'known-issues', 'kubernetes', 'facts', 'base'],
  checks: ['pulls', 'access', 'known-issues', 'kubernetes', 'facts', 'yaml', 'base'],
  anonymize: ['checks', 'pulls', 'kubernetes', 'facts', 'yaml', 'base'],
  settings: ['checks', 'kubernetes', 'facts', 'files', 'programs', 'base'],
  reports: [
    'checks',
    'pulls',
    'access',
    'settings',
    'failure-causes',
    'kubernetes',
    'yaml',
    'base'
  ],
  judgement: [
    'reports',
    'settings',
    'checks',
    'pulls',
    'access',
    'kubernetes',
    'facts',
    'yaml',
    'base'
  ],
  github: ['reports', 'settings', 'checks', 'files', 'base'],
  'settings-source': ['github', 'settings', 'git', 'files', 'programs', 'base'],
  comparison: [
    'settings-source',
    'github',
    'settings',
    'kubernetes',
    'git',
    'files',
    'programs',
    'base'
  ],
  'facts-source': [
    'settings',
    'azure',
    'access',
    'known-issues',
    'kubernetes',
    'facts',
    'files',
    'base'
  ]
}
const rooms = Object.keys(mayImport)

const forbiddenTo = room => [
  ...rooms.filter(other => other !== room && !mayImport[room].includes(other)),
  'doors'
]

/**
 * Only these see the file system: the one door to what a user, a manifest, a link or a settings file names, and what asks the
 * machine about its programs, its processes and the folders of our own runs.
 */
const mayOpenFiles = ['files', 'programs']
const closedDoor = {
  group: ['node:fs', 'node:fs/*', 'fs', 'fs/*'],
  message: 'Files are read and written through src/files alone.'
}
const otherWaysToFiles = [
  'ImportExpression[source.value=/^(node:)?fs(\\/|$)/]',
  'MemberExpression[property.name=/^(getBuiltinModule|binding|createRequire)$/]',
  "ImportSpecifier[imported.name='createRequire']"
].map(selector => ({ selector, message: closedDoor.message }))

/** It folds `..` as text where the kernel follows it (nodejs/node#60779). */
const foldingRealpath = [
  'CallExpression[callee.name=/^realpath(Sync)?$/]',
  'CallExpression[callee.property.name=/^realpath(Sync)?$/]',
  "ImportSpecifier[imported.name=/^realpath(Sync)?$/]:not([local.name='realpathSync'])"
].map(selector => ({ selector, message: 'Ask realpathSync.native, which is the kernel.' }))

const openingFiles = [
  {
    files: ['src/**'],
    rules: { 'no-restricted-syntax': ['error', ...otherWaysToFiles, ...foldingRealpath] }
  },
  {
    files: mayOpenFiles.map(room => `src/${room}/**`),
    rules: { 'no-restricted-syntax': ['error', ...foldingRealpath] }
  },
  {
    files: ['src/*.ts', 'src/doors/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [closedDoor] }]
    }
  }
]

const notPure = 'A pure room does not wait, and knows neither clock nor chance.'
const purity = {
  files: pureRooms.map(room => `src/${room}/**`),
  rules: {
    'no-restricted-syntax': [
      'error',
      ...[
        'AwaitExpression',
        ':function[async=true]',
        "NewExpression[callee.name='Date'][arguments.length=0]",
        "MemberExpression[object.name='Date'][property.name='now']",
        "MemberExpression[object.name='Math'][property.name='random']"
      ].map(selector => ({ selector, message: notPure })),
      ...otherWaysToFiles,
      ...foldingRealpath
    ],
    'no-restricted-globals': [
      'error',
      ...['crypto', 'fetch', 'performance', 'process', 'setInterval', 'setTimeout']
    ]
  }
}

/** Reports render values: of what they show they import only types. */
const shownByReports = ['checks', 'pulls', 'access', 'kubernetes', 'yaml']

const roomRule = room => ({
  files: [`src/${room}/**`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(mayOpenFiles.includes(room) ? [] : [closedDoor]),
          ...(pureRooms.includes(room)
            ? [{ group: outsideWorld, message: 'A pure room knows no outside world.' }]
            : []),
          {
            group: [...forbiddenTo(room).map(other => `**/${other}/**`), '**/main.ts', '**/run.ts'],
            message: `Room ${room} may not import this: see docs/architecture.md.`
          },
          ...(room === 'reports'
            ? [
                {
                  group: shownByReports.map(other => `**/${other}/**`),
                  allowTypeImports: true,
                  message: 'Reports render values; they import only types.'
                }
              ]
            : [])
        ]
      }
    ]
  }
})

export default defineConfig(
  globalIgnores(['dist/', 'lib/', 'coverage/']),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type']
    }
  },
  ...rooms.map(roomRule),
  ...openingFiles,
  purity,
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] }
)
