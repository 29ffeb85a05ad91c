import { describe, expect, test } from '@jest/globals'
import { crashOf } from '../../src/programs/crash.ts'

describe('how a program ended, by what it wrote', () => {
  test.each([
    [
      'Go, at its limit',
      'fatal error: runtime: out of memory\n\nruntime stack:\n',
      'out-of-memory'
    ],
    [
      'Go, refused a page',
      'runtime: out of memory: cannot allocate 4194304-byte block (1 in use)\n',
      'out-of-memory'
    ],
    [
      'Go, with no room to begin',
      'fatal error: failed to reserve page summary memory\n',
      'out-of-memory'
    ],
    [
      'Go, refused by the kernel',
      'fatal error: runtime: cannot allocate memory\n',
      'out-of-memory'
    ],
    [
      'Go, refused a thread',
      'runtime: failed to create new OS thread (have 9 already; errno=11)\n',
      'out-of-memory'
    ],
    [
      'Go with C, refused a thread',
      'runtime/cgo: pthread_create failed: Resource temporarily unavailable\n',
      'out-of-memory'
    ],
    [
      'git, refused memory',
      'fatal: Out of memory, malloc failed (tried to allocate 9 bytes)\n',
      'out-of-memory'
    ],
    [
      'kustomize, whose git could not begin',
      'Error: fork/exec /usr/bin/git: cannot allocate memory\n',
      'out-of-memory'
    ],
    [
      'a panic',
      'panic: runtime error: index out of range [1] with length 1\n\ngoroutine 1 [running]:\n',
      'crash'
    ],
    [
      'a stack without end',
      'runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n',
      'crash'
    ],
    ['a fault', 'unexpected fault address 0x0\nfatal error: fault\n', 'crash'],
    ['a signal that Go tells of', 'SIGQUIT: quit\nPC=0x4 m=0 sigcode=0\n', 'crash'],
    ['a program below it that was killed', 'Error: running git: signal: killed\n', 'crash'],
    ['an answer', 'Error: template: web/templates/pod.yaml:3: no such value\n', null],
    [
      'an answer that speaks of a panic',
      'Error: execution error: no panic: nothing is out of memory\n',
      null
    ],
    [
      'what a wall says of a program that the kernel ended',
      'unshare: sigprocmask unblock failed: Invalid argument\n',
      'killed'
    ],
    ['nothing', '', null]
  ] as const)('%s', (_name, stderr, expected) => {
    expect(crashOf(stderr, null)).toBe(expected)
  })

  test('a signal is no answer, whatever was written before', () => {
    expect(crashOf('Error: half a sen', 'SIGKILL')).toBe('killed')
    expect(crashOf('Error: half a sen', 'SIGSEGV')).toBe('crash')
  })
})
