import { gzipSync } from 'node:zlib'

/** What an archive may hold that no `tar` would pack. */
export type Member =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly link: string; readonly hard?: boolean }
  | { readonly name: string; readonly zeros: number }

const block = 512

const field = (text: string, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.write(text, 'latin1')
  return bytes
}

const octal = (value: number, length: number): Buffer =>
  field(value.toString(8).padStart(length - 1, '0'), length)

/** POSIX ustar (pax(1), "ustar Interchange Format"). */
function header(name: string, size: number, type: string, link: string): Buffer {
  const bytes = Buffer.concat([
    field(name, 100),
    octal(0o644, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    octal(0, 12),
    Buffer.alloc(8, ' '),
    field(type, 1),
    field(link, 100),
    field('ustar\u000000', 8),
    Buffer.alloc(block - 265)
  ])
  octal(
    bytes.reduce((sum, byte) => sum + byte, 0),
    7
  ).copy(bytes, 148)
  return bytes
}

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

function packed(member: Member): Buffer {
  if ('link' in member) return header(member.name, 0, member.hard === true ? '1' : '2', member.link)
  const content = 'text' in member ? Buffer.from(member.text) : Buffer.alloc(member.zeros)
  return Buffer.concat([
    header(member.name, content.length, '0', ''),
    content,
    padding(content.length)
  ])
}

/** A `.tgz` as Helm unpacks it. */
export const archive = (members: readonly Member[]): Uint8Array =>
  gzipSync(Buffer.concat([...members.map(packed), Buffer.alloc(2 * block)]), { level: 9 })
