#!/usr/bin/env node
import nodeModule from 'node:module'
import { argv } from 'node:process'

/** Much of a short run is compiling this bundle; Node 22.8 and later keep the result, older ones lack the function. */
const keepCompiled = (module: Partial<Pick<typeof nodeModule, 'enableCompileCache'>>): void => {
  module.enableCompileCache?.()
}

keepCompiled(nodeModule)

/** Two doors: without arguments we are the GitHub Action, with arguments the command line. */
const words = argv.slice(2)

if (words.length === 0) {
  const { runAction } = await import('./doors/action.ts')
  await runAction()
} else {
  const { runCommandLine } = await import('./doors/cli.ts')
  await runCommandLine(words)
}
