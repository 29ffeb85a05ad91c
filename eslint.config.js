import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const pureRooms = ['kubernetes', 'facts', 'access', 'known-issues', 'checks', 'reports']
const rooms = [...pureRooms, 'manifests', 'azure', 'github']
const outsideWorld = ['node:*', '@actions/*', '@azure/*']

/** What each room may import besides itself, as docs/architecture.md draws it. */
const mayImport = {
  kubernetes: [],
  facts: [],
  access: ['kubernetes', 'facts'],
  'known-issues': ['facts', 'kubernetes'],
  checks: ['kubernetes', 'facts', 'access', 'known-issues'],
  reports: ['kubernetes', 'facts', 'access', 'known-issues', 'checks'],
  manifests: ['kubernetes'],
  azure: ['facts'],
  github: ['reports', 'checks', 'kubernetes']
}

const forbiddenRooms = room =>
  rooms
    .filter(other => other !== room && !mayImport[room].includes(other))
    .map(other => `**/${other}/**`)

/** What lies between the rooms is for the doors, but for these. */
const forEveryRoom = ['errors', 'grouping', 'remembered', 'shell-command']
/** The names of options and formats. */
const knowOptions = ['reports', 'github']
const forbiddenDoors = (room, up) => [
  `${up}*.ts`,
  `${up}commands/**`,
  ...[...forEveryRoom, ...(knowOptions.includes(room) ? ['options'] : [])].map(
    file => `!${up}${file}.ts`
  )
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
      ].map(selector => ({ selector, message: notPure }))
    ],
    'no-restricted-globals': [
      'error',
      ...['crypto', 'fetch', 'performance', 'process', 'setInterval', 'setTimeout']
    ]
  }
}

/** A room may have rooms of its own, whose files see what lies between the rooms from further below. */
const roomRules = room => [
  roomRule(room, `src/${room}/*.ts`, '../'),
  roomRule(room, `src/${room}/*/**`, '../../')
]

const roomRule = (room, files, up) => {
  const pure = pureRooms.includes(room)
  return {
    files: [files],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(pure
              ? [{ group: outsideWorld, message: 'A pure room knows no outside world.' }]
              : []),
            {
              group: forbiddenRooms(room),
              message: `Room ${room} may not import this: see docs/architecture.md.`
            },
            {
              group: forbiddenDoors(room, up),
              message: `Room ${room} may not import this: see docs/architecture.md.`
            },
            ...(room === 'reports'
              ? [
                  {
                    group: mayImport.reports.map(other => `**/${other}/**`),
                    allowTypeImports: true,
                    message: 'Reports render values; they import only types.'
                  }
                ]
              : [])
          ]
        }
      ]
    }
  }
}

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
  ...rooms.flatMap(roomRules),
  purity,
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] }
)
