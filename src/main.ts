import { argv } from 'node:process'

/** Two doors: without arguments we are the GitHub Action, with arguments the command line. */
const words = argv.slice(2)

if (words.length === 0) {
  const { runAction } = await import('./action.ts')
  await runAction()
} else {
  const { runCommandLine } = await import('./cli.ts')
  await runCommandLine(words)
}
