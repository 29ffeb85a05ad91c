// Preloaded into a measured process: writes its peak resident set, in kilobytes, where the benchmark looks.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS))
})
