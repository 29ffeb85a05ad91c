import { addAbortSignal, Readable } from 'node:stream'
import { UntrustedAnswerError } from './arm-errors.ts'

/** What of a response of the SDKs' pipeline holds its body: a stream, or the text made of it. */
type Body = {
  readableStreamBody?: NodeJS.ReadableStream
  bodyAsText?: string | null
}

/**
 * The SDKs gather a body of any size in memory, and never learn that a packed one was cut off
 * (@typespec/ts-http-runtime, nodeHttpClient.ts: `pipe` hands on no error). So the body is read here, up to a number of
 * bytes after unpacking, until the signal; the connection is the caller's to end.
 */
export async function readBody(body: Body, signal: AbortSignal, maximum: number): Promise<void> {
  const { readableStreamBody: stream } = body
  if (stream === undefined) return
  body.bodyAsText = await boundedText(stream, signal, maximum)
  delete body.readableStreamBody
}

async function boundedText(
  stream: NodeJS.ReadableStream,
  signal: AbortSignal,
  maximum: number
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  if (stream instanceof Readable) addAbortSignal(signal, stream)
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    if (size > maximum)
      throw new UntrustedAnswerError(`it is larger than ${maximum / 1024 / 1024} MB`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
