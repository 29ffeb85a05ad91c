import { readFileSync } from 'node:fs'
import { createServer as createProxy, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

const certificates = join(import.meta.dirname, 'certificates')

/** Self-signed, so it is at the same time the authority that a child process must trust. */
export const certificateFile = join(certificates, 'cert.pem')

export type Transport = {
  readonly proxyUrl: string
  /** `host:port` of every CONNECT, also of those whose TLS handshake then failed. */
  readonly connections: readonly string[]
  close(): Promise<void>
}

/**
 * One TLS server plays every host, and a CONNECT proxy sends all of them to it. So the program under test speaks to the
 * real host names with its real clients, and needs no hook of its own.
 */
export async function startTransport(answer: RequestListener): Promise<Transport> {
  const cloud = createTlsServer(
    { cert: readFileSync(certificateFile), key: readFileSync(join(certificates, 'key.pem')) },
    answer
  )
  const connections: string[] = []
  const tunnels = new Set<Socket>()
  const proxy = createProxy().on('connect', (request, client: Socket) => {
    connections.push(request.url ?? '')
    tunnels.add(client)
    client.on('close', () => tunnels.delete(client))
    openTunnel(client, portOf(cloud))
  })
  await Promise.all([listening(cloud), listening(proxy)])
  return {
    proxyUrl: `http://127.0.0.1:${portOf(proxy)}`,
    connections,
    close: async () => {
      for (const tunnel of tunnels) tunnel.destroy()
      await Promise.all([closed(cloud), closed(proxy)])
    }
  }
}

function openTunnel(client: Socket, port: number): void {
  const upstream = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n')
    upstream.pipe(client).pipe(upstream)
  })
  // Either side may be cut in the middle of a handshake, which no server counts as a connection to close.
  upstream.on('error', () => client.destroy())
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })

const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.')
  return address.port
}
