/**
 * What Teams makes of a card: each page's texts as a reader sees them, Markdown where Teams reads
 * it, and all that does something.
 */

import MarkdownIt, { type Token } from "markdown-it";
import { z } from "zod";
import { parseCardData, parseChosen } from "../../adapters/teams/card-data.ts";
import { type AdaptiveCard, drawCard } from "../../adapters/teams/draw/draw-card.ts";
import { makeNamed, peopleIn } from "../../adapters/teams/mentions.ts";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { parseAction } from "../../src/cards/action.ts";
import type { Card } from "../../src/cards/card.ts";
import { translatorFor } from "../../src/i18n/translator.ts";

/** With tags on, so that whatever would be one is noticed. */
const markdown = new MarkdownIt({ html: true });

/** Stand for the names of mentions while Markdown is read; nobody types them in a test. */
const [before, after] = ["\ue000", "\ue001"];

type Shown = { readonly words: string; readonly live: readonly string[] };

type NameOf = (person: string) => string;

/** Every page of a card. */
const pagesOf = (card: Card, nameOf: NameOf, mentionsMax?: number): readonly AdaptiveCard[] => {
  const t = translatorFor("en");
  const named = makeNamed(peopleIn(card), nameOf, teamsMessages(t.language).someone, mentionsMax);
  const frame = { t, named, nonce: "n", source: { do: "show" } } as const;
  const pages: AdaptiveCard[] = [];
  for (let page = 1; page < 1_000; page += 1) {
    const drawn = drawCard(card, { ...frame, page });
    pages.push(drawn);
    if (!JSON.stringify(drawn).includes(`"page":${page + 1}}`)) return pages;
  }
  throw new Error("The pages never end");
};

/**
 * What the adapter may write in Markdown: the card's own strong spans and labels, whole or a line
 * of them.
 */
type Own = { readonly strong: readonly string[]; readonly em: readonly string[] };

const styled = z.object({ type: z.enum(["strong", "emphasis"]), text: z.string() });

const spansIn = (part: unknown): readonly z.infer<typeof styled>[] => {
  if (typeof part !== "object" || part === null) return [];
  const own = styled.safeParse(part).data;
  return own === undefined ? Object.values(part).flatMap(spansIn) : [own];
};

const ownOf = (card: Card): Own => {
  const texts = Map.groupBy(spansIn(card), ({ type }) => type);
  const of = (type: "strong" | "emphasis") => (texts.get(type) ?? []).map(({ text }) => text);
  const labels = card.blocks.flatMap((block) => (block.type === "facts" ? block.facts.map(({ label }) => label) : []));
  return { strong: [...of("strong"), ...labels.map((label) => `${label}:`)], em: of("emphasis") };
};

/** Cards fill these in wherever they show text; the adapter's own stand for instants. */
const templates = /\{\{\s*(?:DATE|TIME)[^}]*\}*/giu;
const tags = /<\/?at\b[^>]*>?/giu;

/**
 * Takes what is live in any text whatever: the mentions of this page, tags that are none, and
 * template functions.
 */
const readAnywhere = (text: string, { msteams }: AdaptiveCard): Shown => {
  let words = text;
  const live: string[] = [];
  for (const entity of msteams.entities ?? []) {
    const pieces = words.split(entity.text);
    for (let count = 1; count < pieces.length; count += 1) live.push(`mention ${entity.mentioned.id}`);
    words = pieces.join(`${before}${entity.mentioned.name}${after}`);
  }
  for (const pattern of [templates, tags]) live.push(...(words.match(pattern) ?? []));
  return { words, live };
};

/** A text block is Markdown: what it shows, and all in it that is not the adapter's own. */
const readMarkdown = (text: string, own: Own): Shown => {
  const live: string[] = [];
  const words = markdown
    .parse(text, {})
    .map((token) => {
      if (token.type === "inline") {
        const shown = readInline(token.children ?? [], own);
        live.push(...shown.live);
        return shown.words;
      }
      if (!token.type.startsWith("paragraph")) live.push(`${token.type} ${token.content}`);
      return token.content;
    })
    .join("");
  return { words, live };
};

const readInline = (tokens: readonly Token[], own: Own): Shown => {
  const live: string[] = [];
  const open: { readonly mark: "strong" | "em"; words: string }[] = [];
  let words = "";
  const add = (shown: string): void => {
    words += shown;
    for (const one of open) one.words += shown;
  };
  for (const token of tokens) {
    const [, mark, side] = /^(strong|em)_(open|close)$/u.exec(token.type) ?? [];
    if (token.type === "text") add(token.content);
    else if (token.type === "softbreak") add("\n");
    else if (token.type === "link_open") live.push(`url ${token.attrGet("href")}`);
    else if (token.type === "link_close") continue;
    else if (side === "open") open.push({ mark: mark === "em" ? "em" : "strong", words: "" });
    else if (side === "close") {
      const closed = open.pop();
      const meant = closed !== undefined && own[closed.mark].some((text) => seen(text).includes(seen(closed.words)));
      if (!meant) live.push(`${mark} ${closed?.words}`);
    } else live.push(`${token.type} ${token.content}`);
  }
  return { words, live };
};

/** What is invisible by intent: the joiner that keeps a text as typed. */
const seen = (text: string): string => text.replaceAll("\u2060", "").replaceAll(before, "@").replaceAll(after, "");

const typed = z.looseObject({ type: z.string() });
const runs = z.array(z.object({ text: z.string() }));

/** Nothing but verbs and ids goes through the client. */
const readData = (data: unknown): readonly string[] => {
  const parsed = parseCardData(data);
  const action = parsed?.do === "press" || parsed?.do === "ask" ? parseAction(parsed.action) : undefined;
  const known = parsed?.do === "show" || (parsed?.do === "choose" && parsed.chosen === "") || action !== undefined;
  return known && JSON.stringify(parsed) === JSON.stringify(data) ? [] : [`data ${JSON.stringify(data)}`];
};

const readChoice = (value: unknown): readonly string[] => {
  const chosen = typeof value === "string" ? parseChosen(value) : undefined;
  return parseAction(chosen?.action) === undefined ? [`choice ${String(value)}`] : [];
};

/** Properties that say how, not what. */
const silent = new Set(
  "type $schema version id verb spacing size weight color fontType style width separator wrap isSubtle italic firstRowAsHeader associatedInputs isRequired y".split(
    " ",
  ),
);

type Place = { readonly page: AdaptiveCard; readonly own: Own; readonly key: string };
type Read = { readonly words: readonly string[]; readonly live: readonly string[] };

const together = (reads: readonly Read[]): Read => ({
  words: reads.flatMap(({ words }) => words),
  live: reads.flatMap(({ live }) => live),
});

/** One line as it is drawn: runs as they stand, or Markdown. */
const readLine = (part: z.infer<typeof typed>, { page, own }: Place): Shown => {
  const isMarkdown = part.type === "TextBlock";
  const anywhere = readAnywhere(
    isMarkdown
      ? String(part.text)
      : runs
          .parse(part.inlines)
          .map(({ text }) => text)
          .join(""),
    page,
  );
  if (!isMarkdown) return { words: seen(anywhere.words), live: anywhere.live };
  const { words, live } = readMarkdown(anywhere.words, own);
  return { words: seen(words), live: [...anywhere.live, ...live] };
};

const isLine = ({ type }: z.infer<typeof typed>): boolean => type === "TextBlock" || type === "RichTextBlock";

/** Elements that stand below each other; the lines of one text are put together again. */
const readElements = (elements: readonly unknown[], place: Place): Read => {
  const words: string[] = [];
  const live: string[] = [];
  let goesOn = false;
  for (const element of elements) {
    const part = typed.safeParse(element).data;
    if (part === undefined || !isLine(part)) {
      const inner = readPart(element, place);
      words.push(...inner.words);
      live.push(...inner.live);
      goesOn = false;
      continue;
    }
    const line = readLine(part, place);
    live.push(...line.live);
    words.push(goesOn && part.spacing === "None" ? `${words.pop() ?? ""}\n${line.words}` : line.words);
    goesOn = true;
  }
  return { words, live };
};

const readPart = (part: unknown, place: Place): Read => {
  if (Array.isArray(part)) return readElements(part, place);
  if (typeof part === "string") {
    if (place.key === "value") return { words: [], live: readChoice(part) };
    const { words, live } = readAnywhere(part, place.page);
    return { words: [seen(words)], live };
  }
  if (typeof part !== "object" || part === null) return { words: [], live: [] };
  const one = typed.safeParse(part).data;
  if (one !== undefined && isLine(one)) return readElements([one], place);
  const reads = Object.entries(part).flatMap(([key, value]): Read[] => {
    if (silent.has(key)) return [];
    if (key === "data" && one?.type.startsWith("Action.")) return [{ words: [], live: readData(value) }];
    return [readPart(value, { ...place, key })];
  });
  const own = one !== undefined && /^(?:Image|Media|Action\.(?!Execute|Submit))/u.test(one.type) ? [one.type] : [];
  return together([...reads, { words: [], live: own }]);
};

/** All that Teams is sent of a card. */
export const drawForTeams = (
  card: Card,
  nameOf: NameOf = (person) => `Person ${person}`,
  mentionsMax?: number,
): Read => {
  const own = ownOf(card);
  return together(
    pagesOf(card, nameOf, mentionsMax).map((page) => {
      const { msteams, ...shown } = page;
      const read = readPart(shown, { page, own, key: "" });
      const lone = (msteams.entities ?? []).filter(({ mentioned }) => !read.live.includes(`mention ${mentioned.id}`));
      return { words: read.words, live: [...read.live, ...lone.map(({ text }) => `an entity without ${text}`)] };
    }),
  );
};

/**
 * What of a typed text can be read there: control characters, which nothing shows, are left out
 * since each would take six bytes of a card; whatever ends a line does so as a new block; an empty
 * line needs a space to stand at all; and the joiner that the adapter adds itself is taken out.
 */
export const asShownInTeams = (text: string): string =>
  text
    .replaceAll(/\r\n|[\r\u2028\u2029]/gu, "\n")
    .replaceAll(/(?![\t\n])\p{Cc}|\u2060/gu, "")
    .replaceAll(/^$/gmu, "\u00a0");
