import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'

const endOfHead = '\r\n\r\n'

/** Serves the git repositories of a directory over HTTP on loopback, as git-http-backend(1) does below a web server. */
export const gitServer = async (
  directory: string
): Promise<{ readonly server: Server; readonly url: string }> => {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const backend = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: directory,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: request.headers['git-protocol']?.toString(),
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type']
      }
    })
    const chunks: Buffer[] = []
    request.pipe(backend.stdin)
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    backend.on('close', () => {
      const answer = Buffer.concat(chunks)
      const end = answer.indexOf(endOfHead)
      const head = answer.subarray(0, end).toString('latin1').split('\r\n')
      for (const line of head) {
        const [name = '', value = ''] = line.split(': ')
        if (name === 'Status') response.statusCode = Number(value.slice(0, 3))
        else if (name !== '') response.setHeader(name, value)
      }
      response.end(answer.subarray(end + endOfHead.length))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { server, url: `http://127.0.0.1:${port}` }
}
