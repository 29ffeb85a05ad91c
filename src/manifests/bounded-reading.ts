import { isOver } from '../base/run-time.ts'
import { emptyContent } from '../kubernetes/read.ts'
import { limits } from './limits.ts'
import { outOfTime, tooManyImages } from './problem.ts'
import type { ReadAt } from './rendering/render-run.ts'
import type { World } from './world.ts'

/** How many more images one run takes, however many times it reads. */
export type Room = { uses: number }

export const roomOfRun = (): Room => ({ uses: limits.uses })

/** Reads until the time of the run is up or it has as many images as one run judges; what comes after is told as not read. */
export const boundedReading = (
  read: ReadAt,
  world: Pick<World, 'time'>,
  room: Room = roomOfRun()
): ReadAt => {
  return (source, path, ways) => {
    if (isOver(world.time, 'reading'))
      return { ...emptyContent, problems: [outOfTime(source.file)] }
    if (room.uses <= 0) return { ...emptyContent, problems: [tooManyImages(source.file)] }
    const content = read(source, path, ways)
    const uses = content.uses.slice(0, room.uses)
    room.uses -= content.uses.length
    return uses.length === content.uses.length
      ? content
      : { ...content, uses, problems: [...content.problems, tooManyImages(source.file)] }
  }
}
