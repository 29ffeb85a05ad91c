import { createServer, type Socket } from 'node:net'

export type CanaryListener = {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** The first words of every connection since it was opened; must stay empty. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

const answer = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n{}'

/** Where a program that must not open a connection is told to connect to; it answers, so that an attack would go on. */
export async function openCanaryListener(): Promise<CanaryListener> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const index = heard.push('(nothing yet)') - 1
    socket
      .on('data', bytes => {
        heard[index] = bytes.toString('latin1').split('\r\n', 1).join('')
        socket.end(answer)
      })
      .on('error', () => socket.destroy())
      .on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    close: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      })
  }
}
