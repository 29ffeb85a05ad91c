import { runScenario, reportOf } from '../scenarios/run-scenario.ts'
for (const n of process.argv.slice(2)) {
const s = (await import('../scenarios/'+n+'.ts')).default
const r = await runScenario(s)
console.log(n, Math.round(r.live.milliseconds), Math.round(r.offline?.milliseconds ?? 0), r.live.code, r.requests.length, r.live.stderr)
if (r.live.stdout) { const p = reportOf(r.live)
for (const v of p.verdicts) console.log('  ', v.result, v.puller.kind, v.image, v.because)
for (const f of p.findings) console.log('  ', f.severity, f.check, f.message, f.nodePools) }
}
