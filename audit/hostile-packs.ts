/** Packs that try to blow up a parser, to reach a prototype, or to mean something else than they seem to. */

export type HostilePack = {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where the mistake must be said to be: `file:line`, or the file alone where the whole of it is meant. */
  readonly place: string;
};

const head = 'id: p\nversion: "1"\ntitle: { en: Pack, ko: 팩 }\n';

/** An activity whose title says more than it should; the title stands in line 4. */
const activity = (title: string, id = "a"): string => `id: ${id}
kind: discussion
content:
  title: { en: ${title}, ko: 제목 }
  prompt: { en: Why, ko: 왜 }
`;

const inTitle = (name: string, title: string): HostilePack => ({
  name,
  files: { "pack.yaml": head, "a.yaml": activity(title) },
  place: "p/a.yaml:4",
});

const inVersion = (version: string): HostilePack => ({
  name: `the version ${version}, without quotes`,
  files: { "pack.yaml": head.replace('"1"', version), "a.yaml": activity("T") },
  place: "p/pack.yaml:2",
});

const inId = (id: string): HostilePack => ({
  name: `the id ${JSON.stringify(id)}`,
  files: { "pack.yaml": head, "a.yaml": activity("T", JSON.stringify(id)) },
  place: "p/a.yaml:1",
});

const whole = (name: string, text: string): HostilePack => ({
  name,
  files: { "pack.yaml": text },
  place: "p/pack.yaml",
});

const laughs = Array.from(
  { length: 12 },
  (_, level) =>
    `a${level}: &a${level} [${
      level === 0
        ? '"lol"'
        : Array(9)
            .fill(`*a${level - 1}`)
            .join(", ")
    }]`,
).join("\n");

export const hostilePacks: readonly HostilePack[] = [
  { ...whole("a billion laughs", `${laughs}\n`), place: "p/pack.yaml:2" },
  whole("an alias of itself", "a: &a [*a]\n"),
  whole("a merge of everything", `base: &b { a: 1 }\nmore: { <<: *b }\n`),
  whole("100,000 open brackets", "[".repeat(100_000)),
  whole("100,000 open braces", "{a: ".repeat(60_000)),
  whole("a block 500 deep", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")),
  whole("dashes on one line", `${"- ".repeat(100_000)}x`),
  whole("explicit keys on one line", `${"? ".repeat(50_000)}x`),
  whole("more than a person writes", `a: "${"x".repeat(300 * 1024)}"`),
  whole("8,000 keys", Array.from({ length: 8_000 }, (_, index) => `k${index}: 1`).join("\n")),
  whole("5,000 anchors", Array.from({ length: 5_000 }, (_, index) => `- &k${index} x`).join("\n")),
  whole(
    "a key twice among thousands",
    `${Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join("\n")}\nk7: 2`,
  ),
  whole("two documents", `${head}---\n${head}`),
  whole("nothing", ""),
  whole("a list", "- a\n"),
  whole("control characters", "id: \u0001\u0007\n"),
  inTitle("__proto__ as a key", '"T", __proto__: { polluted: yes }'),
  inTitle("constructor as a key", '"T", constructor: { prototype: { polluted: yes } }'),
  inTitle("prototype as a quoted key", '"T", "prototype": 1'),
  inTitle("a function by tag", "!!js/function 'function(){}'"),
  inTitle("an object by tag", "!!python/object/apply:os.system ['id']"),
  inTitle("bytes by tag", "!!binary aGVsbG8="),
  inTitle("a tag of its own", "!mine T"),
  inTitle("an integer beyond what is exact", "9007199254740993"),
  inTitle("an integer in hex beyond what is exact", "0xFFFFFFFFFFFFFFFFFF"),
  inTitle("infinity", ".inf"),
  inTitle("no number", ".nan"),
  inTitle("a date", "2026-01-01T00:00:00Z,"),
  inTitle("a truth", "true"),
  inTitle("a null", "null"),
  ...["1", "1.0", "1.10", "0x10", "1e3", "true", "null"].map(inVersion),
  ...["", "A", "1a", "a_b", "a.b", "a b", "../a", "a/b", "é", "a\u0000", "__proto__", "x".repeat(65), "-a"].map(inId),
];
