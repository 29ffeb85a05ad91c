import { appendFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { argv, env } from 'node:process'
import { text } from 'node:stream/consumers'

/** Stands in for the program under test: shows what reached it, and tries the network when told to. */
const words = argv.slice(2)
if (words.includes('connect')) connect(443, 'management.azure.com')
const names = Object.keys(env).sort()
process.stdout.write(
  JSON.stringify({
    words,
    names,
    input: env['INPUT_TENANT-ID'] ?? null,
    stdin: await text(process.stdin)
  })
)
writeFileSync('left-behind.txt', 'by the program')
if (env['GITHUB_OUTPUT'] !== undefined && env['GITHUB_STEP_SUMMARY'] !== undefined) {
  appendFileSync(
    env['GITHUB_OUTPUT'],
    'conclusion<<mark\npass\nmark\nreport<<mark\none\ntwo\nmark\n'
  )
  appendFileSync(env['GITHUB_STEP_SUMMARY'], '# Summary\n')
}
process.exitCode = 4
