/**
 * Which part of the time of a run is over when a stage must end. What a stage leaves, the next ones have; and whatever an early
 * one takes, enough is left to judge and to tell what is known by then.
 */
export const stageEnds = {
  /** The settings file of the base, by git and by GitHub's API. */
  settings: 0.2,
  /** Finding the manifests, and rendering charts and kustomizations. */
  rendering: 0.4,
  /** Reading what was found and rendered. */
  reading: 0.65,
  /** Sign-in, and all questions to Azure. */
  facts: 0.85,
  judgement: 0.95,
  /** What goes to GitHub; files are written in any case. */
  publishing: 1
} as const

export type Stage = keyof typeof stageEnds

/** The time of one run, for all of its stages. */
export type RunTime = {
  /** Milliseconds until a stage must end, which a timer takes; 0 when that is over. */
  readonly left: (stage: Stage) => number
}

/** Node's timers take no more (setTimeout, AbortSignal.timeout). */
const longestTimer = 2 ** 31 - 1

/** For what has an end by itself. */
export const endlessTime: RunTime = { left: () => longestTimer }

/** A run that begins now, by a clock of milliseconds from any fixed moment. */
export function runTime(milliseconds: number, now: () => number): RunTime {
  const begin = now()
  return {
    left: stage => {
      const left = begin + milliseconds * stageEnds[stage] - now()
      return Math.min(Math.max(Math.ceil(left), 0), longestTimer)
    }
  }
}

export const isOver = (time: RunTime, stage: Stage): boolean => time.left(stage) === 0

/** How to get more of it, for the end of a sentence. */
export const moreTime = 'give the run more time with --timeout (action input timeout)'
