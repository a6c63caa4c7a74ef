/**
 * Everything that some platform takes for a mention, a link or a tag, in every wrapping that people
 * might put around it.
 */

const live = [
  "<!channel>",
  "<!here>",
  "<!here|here>",
  "<!everyone>",
  "<!subteam^S123|@team>",
  "<@U123>",
  "<@U123|ann>",
  "<#C123|general>",
  "<!date^1700000000^{date}|then>",
  "<https://evil.example|harmless>",
  "<mailto:a@b.example|mail>",
  "@channel",
  "@everyone",
  "&lt;!channel&gt;",
  "&#60;!channel&#62;",
  "＜!channel＞",
  "<\u200b!channel>",
  "<!chan\u200dnel>",
  "<at>Ann</at>",
  '<at id="29:1">Ann</at>',
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt:alert(1))",
  "[click](data:text/html,x)",
  "![x](https://evil.example/x.png)",
  "{{DATE(2026-01-01T00:00:00Z,SHORT)}}",
  "{{TIME(2026-01-01T00:00:00Z)}}",
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  '"><svg/onload=alert(1)>',
  "<a href='javascript:alert(1)'>x</a>",
  "</text><text>",
  "<!--",
  ":tada:",
] as const;

const wrappers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `a ${text} b`,
  (text) => `*${text}*`,
  (text) => `_${text}_`,
  (text) => `\`${text}\``,
  (text) => `> ${text}`,
  (text) => `| ${text} |`,
  (text) => `<${text}>`,
  (text) => `${text}${text}`,
  (text) => `one\n${text}\ntwo`,
];

export const mentions: readonly string[] = live;
export const hostileTexts: readonly string[] = live.flatMap((text) => wrappers.map((wrap) => wrap(text)));
