/** Checks cards with the official library, and against what Teams and its store take. */
import { createRequire } from "node:module";
import { z } from "zod";

// The package names a CommonJS file as a module; the bundle beside it can be loaded.
const library: typeof import("adaptivecards") = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

/**
 * Teams draws charts that the library does not know: it is told of their name, so that everything
 * else is still checked.
 */
class HorizontalBar extends library.Container {
  override getJsonTypeName(): string {
    return "Chart.HorizontalBar";
  }
}
library.GlobalRegistry.elements.register("Chart.HorizontalBar", HorizontalBar, library.Versions.v1_5);

class Line extends library.Container {
  override getJsonTypeName(): string {
    return "Chart.Line";
  }
}
library.GlobalRegistry.elements.register("Chart.Line", Line, library.Versions.v1_5);

const chart = z.object({
  title: z.string().min(1),
  data: z.array(z.object({ x: z.string().min(1), y: z.number(), color: z.string().optional() })).min(1),
  fallback: z.looseObject({ type: z.enum(["RichTextBlock", "TextBlock"]) }),
});

const typed = z.looseObject({ type: z.string() });
export type Part = z.infer<typeof typed>;

/** Everything within that says its type, outermost first, fallbacks left out. */
export const partsIn = (part: unknown): readonly Part[] => {
  if (Array.isArray(part)) return part.flatMap(partsIn);
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.entries(part).flatMap(([key, value]) =>
    key === "fallback" || key === "refresh" ? [] : partsIn(value),
  );
  const own = typed.safeParse(part).data;
  return own === undefined ? inner : [own, ...inner];
};

/** What is wrong with a card; empty when it can be sent. */
export const mistakesIn = (card: unknown): readonly string[] => {
  const context = new library.SerializationContext();
  const parsed = new library.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const checked = parsed.validateProperties().validationEvents.map(({ message }) => message);
  const parts = partsIn(card);
  const charts = parts.filter(({ type }) => type === "Chart.HorizontalBar" && !chart.safeParse(parts).success);
  const actions = parts.filter(({ type }) => type.startsWith("Action."));
  const lone = actions.filter(
    ({ type, fallback }) => type === "Action.Execute" && typed.safeParse(fallback).data?.type !== "Action.Submit",
  );
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const ids =
    z.object({ refresh: z.object({ userIds: z.array(z.string()) }) }).safeParse(card).data?.refresh.userIds ?? [];
  return [
    ...events,
    ...checked,
    ...charts.flatMap((one) => chart.safeParse(one).error?.message ?? []),
    ...(actions.length > 6 ? [`${actions.length} actions`] : []),
    ...(lone.length > 0 ? ["an Action.Execute without a fallback"] : []),
    ...(bytes > 28_000 ? [`${bytes} bytes`] : []),
    ...(ids.length > 60 ? [`${ids.length} ids to refresh for`] : []),
  ];
};

/** The words a person reads on a card, a line a block; mentions as their names. */
export const wordsOn = (card: unknown): string =>
  partsIn(card)
    .flatMap((part) => {
      if (part.type === "RichTextBlock")
        return [
          partsIn(part.inlines)
            .map(({ text }) => String(text))
            .join(""),
        ];
      if (part.type === "TextBlock") return [rendered(String(part.text))];
      if (part.type.startsWith("Action.")) return [`[${String(part.title)}]`];
      if (!part.type.startsWith("Input.")) return [];
      const choices = z.array(z.object({ title: z.string() })).safeParse(part.choices).data ?? [];
      return [String(part.label ?? part.title), ...choices.map(({ title }) => `( ) ${title}`)];
    })
    .join("\n")
    .replaceAll("\u2060", "");

/** What a Markdown renderer makes of the text. */
const rendered = (text: string): string =>
  text
    .replaceAll(/<at>(.*?)<\/at>/gu, "@$1")
    .replaceAll(/\\([\\`*_[\]()~#|>+.!-])/gu, "$1")
    .replaceAll("**", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
