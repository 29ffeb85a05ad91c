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

const forbiddenDoors = ['main', 'action', 'cli', 'run', 'inputs', 'setting-values'].map(
  door => `../${door}.ts`
)

const roomRule = room => {
  const pure = pureRooms.includes(room)
  return {
    files: [`src/${room}/**`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(pure
              ? [{ group: outsideWorld, message: 'A pure room knows no outside world.' }]
              : []),
            {
              group: [...forbiddenRooms(room), ...forbiddenDoors],
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
  ...rooms.map(roomRule),
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] }
)
