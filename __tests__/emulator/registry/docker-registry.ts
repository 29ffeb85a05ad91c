import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'

import { tokensCertificate, tokensIssuer } from './registry-tokens.ts'
import { toolPath } from './tools.ts'

/** Debian's docker-registry as a process of its own, over a folder of content. */
export type DockerRegistry = {
  readonly address: { readonly host: string; readonly port: number }
  ask(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Said>
  stop(): Promise<void>
}

export type Said = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
}

/** JSON is YAML. */
const configuration = (content: string, service: string | null): string =>
  JSON.stringify({
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: content },
      maintenance: { uploadpurging: { enabled: false } }
    },
    http: { addr: '127.0.0.1:0', relativeurls: true, secret: 'none' },
    ...(service === null
      ? {}
      : {
          auth: {
            token: {
              realm: `https://${service}/oauth2/token`,
              service,
              issuer: tokensIssuer,
              rootcertbundle: tokensCertificate
            }
          }
        })
  })

/**
 * Serves what lies in a folder. With a service it gives content only to who brings a token of ours for that service,
 * as Azure Container Registry does; without one anybody may push.
 */
export async function startDockerRegistry(
  content: string,
  service: string | null
): Promise<DockerRegistry> {
  const program = toolPath('docker-registry')
  if (program === null)
    throw new Error('docker-registry is missing: bash scripts/install-tools.sh brings it.')
  const place = await mkdtemp(join(tmpdir(), 'acr-pull-check-registry-'))
  const file = join(place, 'config.yml')
  await writeFile(file, configuration(content, service))
  const child = spawn(program, ['serve', file], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] })
  const address = { host: '127.0.0.1', port: await portOf(child) }
  return {
    address,
    ask: (method, path, headers) => ask(address, method, path, headers),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(place, { recursive: true, force: true })
    }
  }
}

/** It says which port it got, and goes on talking. */
async function portOf(child: ChildProcess): Promise<number> {
  if (child.stderr === null) throw new Error('The standard error of docker-registry is not read.')
  const said: string[] = []
  const lines = createInterface({ input: child.stderr })
  for await (const line of lines) {
    said.push(line)
    const port = /listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    child.stderr.resume()
    return Number(port)
  }
  throw new Error(`docker-registry did not start: ${said.join('\n')}`)
}

async function ask(
  address: DockerRegistry['address'],
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>
): Promise<Said> {
  const asked = request({ ...address, method, path, headers, agent: false }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, headers: answer.headers, bytes: await buffer(answer) }
}
