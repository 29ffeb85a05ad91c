/** What the runtimes of Go and C write when the kernel gives them no more memory, or no further thread. */
const outOfMemory: readonly RegExp[] = [
  // Go, runtime/malloc.go, runtime/mem_linux.go, runtime/mgcsweep.go
  /^(?:fatal error|runtime): .{0,200}(?:out of memory|cannot (?:map|allocate)|failed to reserve)/m,
  // Go, runtime/os_linux.go: a thread is refused where its stack finds no room
  /^runtime: failed to create new OS thread/m,
  /^runtime\/cgo: .{0,200}(?:Cannot allocate memory|Resource temporarily unavailable)/m,
  // git, wrapper.c, and what the kernel's word for it is
  /^fatal: Out of memory/m,
  /: cannot allocate memory$/m
]

/** Go's own last words: a dump of its goroutines follows. */
const crash: readonly RegExp[] = [
  /^(?:fatal error|panic|runtime|unexpected fault address): ?/m,
  /^goroutine \d+ /m,
  /^SIG[A-Z]+: /m,
  // Go, os/exec_posix.go: a program that it ran was ended
  /: signal: [a-z ]{1,40}$/m
]

/** `unshare` (util-linux 2.38, sys-utils/unshare.c) means to end as its child did, and stumbles where that was by SIGKILL. */
const killedBehindUnshare = /^unshare: sigprocmask unblock failed/m

const anySays = (forms: readonly RegExp[], text: string): boolean =>
  forms.some(form => form.test(text))

/** Whether a program ended by its own crash rather than with an answer. */
export const crashOf = (
  stderr: string,
  signal: NodeJS.Signals | null
): 'out-of-memory' | 'killed' | 'crash' | null => {
  if (anySays(outOfMemory, stderr)) return 'out-of-memory'
  if (signal === 'SIGKILL' || killedBehindUnshare.test(stderr)) return 'killed'
  return signal !== null || anySays(crash, stderr) ? 'crash' : null
}
