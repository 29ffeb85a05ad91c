import { delimiter, resolve } from 'node:path'
import { describe, test } from '@jest/globals'
import { findProgram } from '../../src/programs/find-program.ts'
import { realWorld, type World } from '../../src/manifests/world.ts'

type Tool =
  | 'helm'
  | 'kustomize'
  | 'kubectl'
  | 'crane'
  | 'docker-registry'
  | 'sarif-multitool'
  | 'shellcheck'
  | 'terraform'

const ownTools = resolve(import.meta.dirname, '../../.tools')

/** The real world, with the tools that scripts/install-tools.sh puts into the repository. */
export const worldWithTools: World = {
  ...realWorld,
  environment: {
    ...process.env,
    PATH: [ownTools, process.env['PATH']].join(delimiter)
  }
}

/** A world in which no renderer is installed. */
export const worldWithoutTools: World = { ...realWorld, environment: { PATH: '/nonexistent' } }

/** Whoever has them may ask them: they are large, or no package of ours. */
const optional: readonly Tool[] = ['kubectl', 'sarif-multitool', 'shellcheck', 'terraform']

/** CI installs the others: there, a run that skipped the tests with the real binary has proved nothing. */
const required = (tool: Tool): boolean =>
  !optional.includes(tool) && process.env['ACR_PULL_CHECK_TOOLS_REQUIRED'] === 'true'

/** Tests that ask a real binary; where it is missing they are skipped, and said to be. */
export const describeWith = (tool: Tool, title: string, tests: () => void): void => {
  if (findProgram(tool, worldWithTools.environment) !== null) {
    describe(title, tests)
    return
  }
  if (required(tool))
    test(`${tool} is installed, for ${title}`, () => {
      throw new Error(`${tool} is missing: bash scripts/install-tools.sh installs it into .tools.`)
    })
  process.stderr.write(
    `skipped, because ${tool} is neither on PATH nor in .tools (scripts/install-tools.sh): ${title}\n`
  )
  describe.skip(title, tests)
}
