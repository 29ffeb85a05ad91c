/** System fonts and colours with at least 4.5:1 contrast in both schemes (WCAG 2.2, 1.4.3). */
export const htmlStyle = `
:root {
  --ground: #fff; --surface: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0969da;
  --error: #c3222b; --warning: #8a5a00; --unknown: #7447c4; --note: #0969da; --good: #19713a;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --surface: #161b22; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #6cb0ff;
    --error: #ff7b72; --warning: #e3b341; --unknown: #c297ff; --note: #6cb0ff; --good: #56d364;
  }
}
body { background: var(--ground); color: var(--text); margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.25rem; margin: 2.5rem 0 1rem; padding-bottom: .3rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .25rem 0; }
a { color: var(--link); }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', monospace; }
code { overflow-wrap: anywhere; }
.quiet, footer { color: var(--quiet); }
header { border-left: .4rem solid var(--quiet); padding: .25rem 0 .25rem 1.25rem; }
header.pass { border-color: var(--good); } header.fail { border-color: var(--error); } header.inconclusive { border-color: var(--unknown); }
.conclusion { font-size: .8rem; font-weight: 700; letter-spacing: .08em; text-transform: uppercase; }
.pass .conclusion { color: var(--good); } .fail .conclusion { color: var(--error); } .inconclusive .conclusion { color: var(--unknown); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .925rem; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .9rem .4rem 0; text-align: left; vertical-align: top; white-space: nowrap; }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 400; min-width: 13rem; white-space: normal; }
td span { font-weight: 600; }
td span::before { display: inline-block; width: 1.3em; }
td.no-pull { color: var(--error); } td.no-pull span::before { content: '✗'; }
td.unknown { color: var(--unknown); } td.unknown span::before { content: '?'; }
td.pull { color: var(--good); } td.pull span::before { content: '✓'; }
article { border: 1px solid var(--line); border-left: .3rem solid var(--note); border-radius: .4rem; break-inside: avoid; margin: 0 0 1.25rem; padding: 1rem 1.25rem; }
article.error { border-left-color: var(--error); } article.warning { border-left-color: var(--warning); } article.unknown { border-left-color: var(--unknown); }
.facets { color: var(--quiet); font-size: .875rem; }
.facets > *:not(:last-child) { margin-right: .6rem; }
.severity { color: var(--note); font-weight: 700; }
.error .severity { color: var(--error); } .warning .severity { color: var(--warning); } .unknown .severity { color: var(--unknown); }
.findings { margin: .75rem 0; padding-left: 1.1rem; }
.places { color: var(--quiet); font-size: .9em; }
.places code { margin-right: 1rem; }
pre { background: var(--surface); border-radius: .3rem; margin: .5rem 0 .75rem; overflow-wrap: anywhere; padding: .7rem .9rem; user-select: all; white-space: pre-wrap; }
details { color: var(--quiet); font-size: .9rem; margin-top: .75rem; }
summary { cursor: pointer; }
footer { border-top: 1px solid var(--line); font-size: .85rem; margin-top: 2.5rem; padding-top: .75rem; }
@media print {
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  pre { border: 1px solid var(--line); }
  details::details-content { content-visibility: visible; height: auto; }
}
`
