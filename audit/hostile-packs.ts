/**
 * Packs that try to blow up a parser, to reach a prototype, or to mean something else than they
 * seem to.
 */
import { present } from "../src/text/present.ts";

export type HostilePack = {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /**
   * Where the mistake must be said to be: `file:line`, or the file alone where the whole of it is
   * meant.
   */
  readonly place: string;
  /** Which value in the file must be named; absent where the text as such is meant. */
  readonly path?: string;
};

const head = 'id: p\nversion: "1"\ntitle: { en: Pack, ko: 팩 }\n';

/** An activity whose title says more than it should; the title stands in line 4. */
const activity = (title: string, id = "a"): string => `id: ${id}
kind: discussion
content:
  title: { en: ${title}, ko: 제목 }
  prompt: { en: Why, ko: 왜 }
`;

const inTitle = (name: string, title: string, path = "content.title.en"): HostilePack => ({
  name,
  files: { "pack.yaml": head, "a.yaml": activity(title) },
  place: "p/a.yaml:4",
  path,
});

const inVersion = (version: string): HostilePack => ({
  name: `the version ${version}, without quotes`,
  files: { "pack.yaml": head.replace('"1"', version), "a.yaml": activity("T") },
  place: "p/pack.yaml:2",
  path: "version",
});

const inId = (id: string): HostilePack => ({
  name: `the id ${JSON.stringify(id)}`,
  files: { "pack.yaml": head, "a.yaml": activity("T", JSON.stringify(id)) },
  place: "p/a.yaml:1",
  path: "id",
});

/** A `pack.yaml` that is wrong in line `line`, or as a whole. */
const whole = (name: string, text: string, line?: number, path?: string): HostilePack => ({
  name,
  files: { "pack.yaml": text },
  place: line === undefined ? "p/pack.yaml" : `p/pack.yaml:${line}`,
  ...present({ path }),
});

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

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

/** A worksheet that computes; its formula stands in line 7. */
const inFormula = (formula: string): HostilePack => ({
  name: `the formula ${formula.slice(0, 60)}`,
  files: {
    "pack.yaml": head,
    "a.yaml": `id: a
kind: worksheet
content:
  title: { en: T, ko: 제목 }
  intro: { en: I, ko: 소개 }
  fields: [{ id: a, type: number, label: { en: A, ko: 가 }, unit: { en: u, ko: 개 } }]
  computed: [{ id: c, label: { en: C, ko: 값 }, unit: { en: u, ko: 개 }, formula: ${JSON.stringify(formula)} }]
`,
  },
  place: "p/a.yaml:7",
  path: "content.computed[0].formula",
});

const hostileFormulas: readonly string[] = [
  // Each would compute for longer than anyone waits, or reach what is no number.
  `"${"a".repeat(40)}b".matches("^(a+)+$") ? 1.0 : 2.0`,
  `a > 0.0 ? 1.0 : ("${"a".repeat(40)}b".matches("(a|a)*$") ? 1.0 : 2.0)`,
  `[${"a,".repeat(40)}a].map(x, [${"a,".repeat(40)}a].map(y, x * y)).size() > 0 ? a : 1.0`,
  "[1,2,3].all(x, [1,2,3].all(y, [1,2,3].exists(z, x + y < z))) ? a : 1.0",
  "double(string(a))",
  "size([a]) > 1 ? a : 1.0",
  'timestamp("2024-01-01T00:00:00Z") < timestamp("2025-01-01T00:00:00Z") ? a : 1.0',
  'duration("9999999h") > duration("1s") ? a : 1.0',
  '{"constructor": a}["constructor"]',
  "a.constructor",
  "a.__proto__",
  'a["constructor"]',
  "constructor",
  "__proto__",
  "toString",
  "a in [a] ? a : 1.0",
  "a > 0.0 && a < 9.0 ? a : 1.0",
  "!(a > 0.0) ? a : 1.0",
  "a > 0.0",
  "(a > 0.0) + 1.0",
  "a ? 1.0 : 2.0",
  "a = 1.0",
  "a; a",
  "1u",
  "null",
  `${"(".repeat(140)}a${")".repeat(140)}`,
  `${"-".repeat(290)}a`,
  `${"a+".repeat(140)}a`,
  `${"a?".repeat(70)}a`,
  "'".repeat(299),
  "\u0000",
  " ",
];

export const hostilePacks: readonly HostilePack[] = [
  whole("a billion laughs", `${laughs}\n`, 2, "a1[0]"),
  whole("an alias of itself", "a: &a [*a]\n", 1, "a[0]"),
  whole("a merge of everything", "base: &b { a: 1 }\nmore: { <<: *b }\n", 2, "more.<<"),
  whole(
    "a merge without an alias, in YAML 1.1",
    "%YAML 1.1\n---\n<<: { __proto__: { polluted: yes } }\n",
    3,
    "<<.__proto__",
  ),
  whole("100,000 open brackets", "[".repeat(100_000)),
  whole("60,000 open braces", "{a: ".repeat(15_000), 1),
  whole(
    "a block 300 deep",
    lines(300, (depth) => `${" ".repeat(depth)}a:`),
    20,
  ),
  whole("dashes on one line", "- ".repeat(30_000), 1),
  whole("explicit keys on one line", "? ".repeat(30_000), 1),
  whole("more than a person writes", `a: "${"x".repeat(300 * 1024)}"`),
  whole(
    "6,000 keys",
    lines(6_000, (index) => `k${index}: 1`),
    858,
  ),
  whole(
    "5,000 anchors",
    lines(5_000, (index) => `- &k${index} x`),
    858,
  ),
  whole("a key twice among as many as are read", `${lines(855, (index) => `k${index}: 1`)}\nk7: 2`, 856, "k7"),
  whole("as many empty exercises as are read", `${head}exercises: [${"{},".repeat(1_950)}]`, 4, "exercises"),
  whole(
    "as many aliases as are read",
    lines(1_425, () => "- *a"),
    1,
    "[0]",
  ),
  whole("60,000 empty lines", "\n".repeat(60_000), 6_001),
  whole("30,000 comments", "#\n".repeat(30_000), 3_001),
  whole("60,000 stray brackets", "]".repeat(60_000), 1),
  whole("30,000 escapes that mean nothing", `a: "${"\\q".repeat(30_000)}"`, 1),
  whole("30,000 lines less indented than their text", `a: |\n ${"\t\n".repeat(30_000)}`, 3),
  whole("a directive of 60,000 characters", `%${"x".repeat(60_000)}`, 1),
  whole("two documents", `${head}---\n${head}`, 4),
  whole("15,000 documents", "---\n".repeat(15_000), 3_000),
  whole("nothing", ""),
  whole("a list", "- a\n", 1),
  whole("control characters", "id: \u0001\u0007\n", 1, "id"),
  inTitle("__proto__ as a key", '"T", __proto__: { polluted: yes }', "content.title.__proto__"),
  inTitle(
    "constructor as a key",
    '"T", constructor: { prototype: { polluted: yes } }',
    "content.title.constructor.prototype",
  ),
  inTitle("prototype as a quoted key", '"T", "prototype": 1', "content.title.prototype"),
  inTitle("a key twice", "T, en: U"),
  inTitle("a function by tag", "!!js/function 'function(){}'"),
  inTitle("an object by tag", "!!python/object/apply:os.system ['id']"),
  inTitle("bytes by tag", "!!binary aGVsbG8="),
  inTitle("text by tag", "!!str T"),
  inTitle("a tag of its own", "!mine T"),
  inTitle("an integer beyond what is exact", "9007199254740993"),
  inTitle("an integer in hex beyond what is exact", "0xFFFFFFFFFFFFFFFFFF"),
  inTitle("infinity", ".inf"),
  inTitle("no number", ".nan"),
  inTitle("a truth", "true"),
  inTitle("a null", "null"),
  ...hostileFormulas.map(inFormula),
  ...["1", "1.0", "1.10", "0x10", "1e3", "true", "null"].map(inVersion),
  ...["", "A", "1a", "a_b", "a.b", "a b", "../a", "a/b", "é", "a\u0000", "__proto__", "x".repeat(65), "-a"].map(inId),
];
