import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { ownWorlds, worldNamed } from '../../scripts/azure/worlds.ts'

const root = join(import.meta.dirname, '..', '..')

/** Types what stands in the instructions into a shell of its own. */
async function typed(lines: readonly string[]): Promise<string> {
  const shell = spawn('/bin/sh', ['-c', lines.join('\n')], { env: { PATH: '/usr/bin:/bin' } })
  const [out, problems] = await Promise.all([text(shell.stdout), text(shell.stderr)])
  return out + problems
}

test('the instructions of the loopback Azure work as they are, and it ends cleanly', async () => {
  const azure = spawn(execPath, ['scripts/azure.ts', 'missing'], { cwd: root })
  const ended = new Promise<number | null>(resolve => azure.on('close', resolve))
  let said = ''
  const told = (words: string) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (said.includes(words)) resolve()
      }
      azure.stdout.on('data', look)
      look()
    })
  azure.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  try {
    await told('Ctrl-C ends it')
    const lines = said.split('\n').flatMap(line => (line.startsWith('  ') ? [line.trim()] : []))
    const commands = lines.filter(line => !line.startsWith('curl '))
    const out = await typed(commands)
    expect(out).toContain('1 of 2 pulls is blocked')
    expect(out).toContain('Verdicts and findings are the same: 1 pull, 1 no-pull, 0 unknown.')
    expect(said).toMatch(/^200 GET https:\/\/management\.azure\.com\/subscriptions/m)
    const folder = /cd (\S+)/.exec(said)?.[1] ?? ''
    expect(existsSync(folder)).toBe(true)
    azure.kill('SIGINT')
    expect([await ended, existsSync(folder)]).toEqual([0, false])
  } finally {
    azure.kill('SIGKILL')
  }
})

test.each([
  ['a name that nothing has', 'no-such-world', 'There is no world no-such-world'],
  ['a part of several names', 'e', 'is a part of several names']
])('%s ends with a sentence', (_, name, sentence) => {
  expect(() => worldNamed(ownWorlds, name)).toThrow(sentence)
})

test('a world is found by its name although others begin so, and by a part of it', () => {
  expect(worldNamed(ownWorlds, 'slow').name).toBe('slow')
  expect(worldNamed(ownWorlds, 'grant').name).toBe('granted')
})
