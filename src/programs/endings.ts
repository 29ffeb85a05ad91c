import { constants } from 'node:os'

/** The signals by which a terminal, a build server and a service manager end a program. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** In this order: whoever still writes into a folder would keep it from being removed. */
const steps = ['kill', 'remove'] as const
type Step = (typeof steps)[number]

const tasks: { readonly step: Step; readonly task: () => void }[] = []

const carryOut = (): void => {
  for (const wanted of steps) for (const { step, task } of tasks) if (step === wanted) task()
}

/**
 * Has something done before the process ends, in whatever way it can notice: by itself, by an exception that nobody
 * caught, or by a signal, after which it exits with 128 and the signal's number, as shells tell it.
 */
export const beforeEnding = (step: Step, task: () => void): void => {
  if (tasks.push({ step, task }) > 1) return
  process.on('exit', carryOut)
  for (const signal of endingSignals)
    process.on(signal, () => {
      process.exit(128 + constants.signals[signal])
    })
}
