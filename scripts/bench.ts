import { fleet } from './bench/fleet.ts'
import { largeRepository } from './bench/large-repository.ts'
import { lookUps } from './bench/look-ups.ts'
import { liveCheck } from './bench/live-check.ts'
import { figureLine, missed } from './bench/measure.ts'
import { startUp } from './bench/start-up.ts'

const figures = [
  ...startUp(),
  ...(await liveCheck()),
  ...(await lookUps()),
  ...largeRepository(),
  ...fleet()
]

for (const figure of figures) console.log(figureLine(figure))

process.exitCode = missed(figures).length === 0 ? 0 : 1
