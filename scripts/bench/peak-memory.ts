import { writeFileSync } from 'node:fs'

// Preloaded into a measured process: writes its peak resident set, in kilobytes, where the benchmark looks.
const file = process.env['PEAK_MEMORY_FILE']

if (file !== undefined)
  process.on('exit', () => {
    writeFileSync(file, String(process.resourceUsage().maxRSS))
  })
