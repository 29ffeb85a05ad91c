import { once } from 'node:events'
import { join } from 'node:path'
import { argv, execPath } from 'node:process'
import { parseArgs } from 'node:util'
import { startCloud } from '../__tests__/emulator/cloud.ts'
import { inTemporaryFolder, writeFiles } from '../__tests__/emulator/folder.ts'
import { signInEnvironment } from '../__tests__/emulator/run-bundle.ts'
import { inertLines, oneLine } from '../src/reports/escape.ts'
import { instructions, requestLine, worldList } from './azure/instructions.ts'
import { allWorlds, ownWorlds, worldNamed, type TriedWorld } from './azure/worlds.ts'

const program = [execPath, join(import.meta.dirname, '..', 'src', 'main.ts')]

const stopped = (): Promise<unknown> =>
  Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => once(process, signal)))

/** Runs until somebody ends it. */
async function tryOut(world: TriedWorld, latency: number): Promise<void> {
  const cloud = await startCloud(world.world, {
    latency,
    answered: request => {
      console.log(inertLines(oneLine(requestLine(request))))
    }
  })
  await inTemporaryFolder(async folder => {
    await writeFiles(folder, world.manifests)
    const end = stopped()
    console.log(
      instructions({ world, folder, environment: { ...cloud.env, ...signInEnvironment }, program })
    )
    await end
  })
  await cloud.close()
}

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: {
    list: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0' }
  },
  allowPositionals: true
})
const [name = ownWorlds[0]?.name ?? ''] = positionals
if (values.list) console.log(worldList(await allWorlds()))
else {
  const own = ownWorlds.find(world => world.name === name)
  await tryOut(own ?? worldNamed(await allWorlds(), name), Number(values.latency))
}
