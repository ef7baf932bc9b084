// The one style sheet of the HTML report, for screen, phone and A4. The page's policy allows exactly this text by hash.

export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1b2430; --faint: #566270; --line: #c9d0d8; --band: #f3f5f8; --accent: #0b4f7d; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.65 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", "Yu Gothic", Meiryo, "Segoe UI", system-ui, sans-serif; }
html[lang="en"] body { line-height: 1.55; }
main, header, nav { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-top: .6rem; border-top: 3px solid var(--accent); break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; break-after: avoid; }
.subtitle { font-size: 1.2rem; margin: 0; }
.asof { color: var(--faint); margin: .25rem 0 0; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.6rem; margin: .5rem 0; }
nav h2 { border: 0; margin: 1.5rem 0 0; padding: 0; font-size: 1.05rem; }
a { color: #0b4f7d; overflow-wrap: anywhere; }
p { margin: .6rem 0; max-width: 46em; }
ul { margin: .6rem 0; padding-left: 1.4rem; max-width: 46em; }
li { margin: .3rem 0; }
.absent { color: var(--faint); border-left: 3px solid var(--line); padding-left: .8rem; }
.callout { border: 1px solid var(--line); border-left: .5rem solid var(--accent); padding: .9rem 1.1rem; margin: 1rem 0; break-inside: avoid; }
.callout.careful { border-left-style: double; border-left-color: #8a5a00; }
.callout.stop { border-left-style: dashed; border-left-color: #8d1f1f; }
.callout strong { display: block; font-size: 1.2rem; line-height: 1.4; }
.callout p { margin: .4rem 0 0; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid #c06000; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.5; }
caption { text-align: left; font-weight: 700; padding: 0 0 .4rem; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; border-bottom: 1px solid var(--line); unicode-bidi: isolate; overflow-wrap: break-word; min-width: 4em; }
thead th { background: var(--band); border-bottom: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 7em; }
tbody th.number { min-width: 3.2em; }
.narrow, tbody th.narrow { min-width: 3.2em; }
.number { text-align: right; padding-right: .9rem; font-variant-numeric: tabular-nums; }
td.number, .whole { white-space: nowrap; }
.mark { text-align: center; min-width: 2.2em; padding-left: .2rem; padding-right: .2rem; }
td.fail { font-weight: 700; background: #f6e3e3; }
td.open { background: #fbf3d9; }
tr.strong > * { font-weight: 700; }
tr.muted > * { color: var(--faint); }
figure { margin: 1.5rem 0; }
figure .title { font-weight: 700; margin: 0 0 .5rem; }
.picture, .short { break-inside: avoid; }
figure svg { display: block; max-width: 100%; min-width: 34rem; height: auto; }
details { margin: .5rem 0 0; }
summary { cursor: pointer; color: var(--faint); font-size: .875rem; }
@media (max-width: 40rem) {
  main, header, nav { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.5rem; }
  nav ol { columns: 1; }
  .scroll > table { min-width: 44rem; }
}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 7.5pt; color: #566270; } }
@media print {
  body { font-size: 9.5pt; }
  main, header, nav { max-width: none; padding: 0; }
  header { padding-top: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin-top: 9mm; }
  h3 { font-size: 11pt; }
  p, ul { max-width: none; }
  table { font-size: 7.8pt; line-height: 1.4; }
  th, td { padding: 1.1mm 1.6mm; min-width: 17mm; }
  tbody th { min-width: 28mm; }
  .number, tbody th.number, .narrow, tbody th.narrow { min-width: 11mm; }
  .mark { min-width: 0; }
  .whole { min-width: 0; }
  h2 + p, section > p:has(+ figure), section > p:has(+ p + figure) { break-after: avoid; break-inside: avoid; }
  .scroll { overflow: visible; margin: 4mm 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  caption, thead, tbody tr:first-child:not(:last-child) { break-after: avoid; }
  tbody tr:last-child:not(:first-child) { break-before: avoid; }
  figure svg { min-width: 0; width: 100%; break-inside: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
  td.fail, td.open, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** SHA-256 of the style sheet, as a Content-Security-Policy source. A test holds the two together. */
export const REPORT_STYLE_SOURCE = "'sha256-Ehg0vBUAtFfHMUOSB8C7meSh4ZNzshX/jNIjxS7vOJA='";
