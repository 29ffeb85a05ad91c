#!/usr/bin/env node
import nodeModule from 'node:module'
import { argv, env, stdout } from 'node:process'

/** Much of a short run is compiling this bundle; Node 22.8 and later keep the result, older ones lack the function. */
const keepCompiled = (module: Partial<Pick<typeof nodeModule, 'enableCompileCache'>>): void => {
  module.enableCompileCache?.()
}

keepCompiled(nodeModule)

const words = argv.slice(2)

/** A person who types the name alone asks what it is; a workflow that runs a program has no terminal. */
const isPerson = stdout.isTTY && env['GITHUB_ACTIONS'] === undefined

/** Two doors: without arguments we are the GitHub Action, with arguments, or for a person, the command line. */
if (words.length === 0 && !isPerson) {
  const { runAction } = await import('./doors/action.ts')
  await runAction()
} else {
  const { runCommandLine } = await import('./doors/cli.ts')
  await runCommandLine(words)
}
