/** How an exported page looks: on a screen in light or dark, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5a6478; --line: #d9dee8; --paper: #fff; --track: #eef1f6;
  --c0: #2f6fde; --c1: #c2571a; --c2: #2a8a5f; --c3: #8a4bc0; --c4: #b3365f; --c5: #6f6a1e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf3; --soft: #a3adc2; --line: #39435a; --paper: #161b26; --track: #252d3d;
  --c0: #7fa9f5; --c1: #eb9a63; --c2: #6cc79c; --c3: #c39bea; --c4: #ec88a8; --c5: #cfc768; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere; }
article + article { margin-top: 3rem; padding-top: 2rem; border-top: 2px solid var(--line); }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; } h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; } h3 { font-size: 1rem; }
p { margin: 0.5rem 0; } .text { white-space: pre-wrap; } .meta, .note, footer { color: var(--soft); font-size: 0.9rem; }
.decision { margin: 1.5rem 0; padding: 0.25rem 1.25rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--c0); border-radius: 8px; }
.decision h2 { margin-top: 0.75rem; } .decision .text { font-size: 1.1rem; }
blockquote { margin: 0.75rem 0; padding: 0.1rem 0 0.1rem 1rem; border-left: 3px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.25rem 1rem; } dt { color: var(--soft); } dd { margin: 0; grid-column: 2; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; } th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; } svg text { fill: var(--ink); font-size: 15px; } .track { fill: var(--track); } .bar { fill: var(--soft); }
.colour-0 { fill: var(--c0); } .colour-1 { fill: var(--c1); } .colour-2 { fill: var(--c2); } .colour-3 { fill: var(--c3); } .colour-4 { fill: var(--c4); } .colour-5 { fill: var(--c5); }
.muted { fill: var(--line); } a { color: var(--c0); } code { font-size: 0.92em; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --track: #eee;
  --c0: #2f6fde; --c1: #c2571a; --c2: #2a8a5f; --c3: #8a4bc0; --c4: #b3365f; --c5: #6f6a1e; }
  body { padding: 0; max-width: none; font-size: 11pt; } article { break-after: page; } article + article { border: 0; margin: 0; padding: 0; }
  blockquote, figure, .decision { break-inside: avoid; } svg { print-color-adjust: exact; } }
`;
