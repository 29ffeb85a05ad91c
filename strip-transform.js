import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'
import { version } from 'node:process'

const strip = source => ({ code: stripTypeScriptTypes(source) })

export default {
  canInstrument: false,
  getCacheKey: (source, file, { configString }) =>
    createHash('sha1').update([version, file, configString, source].join('\0')).digest('hex'),
  process: strip,
  processAsync: source => Promise.resolve(strip(source))
}
