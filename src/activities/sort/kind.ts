/** The sort kind: everyone sends each item down one of a few routes. */
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { plain, strong, type Text, words } from "../../text/text.ts";
import type { Checked, Draft } from "../asking.ts";
import { defineKind } from "../define-kind.ts";
import { labelOf } from "../label.ts";
import { type SortAnswer, type SortContent, sortAnswer, sortContent } from "./content.ts";
import { reveal } from "./reveal.ts";

const routeField = (item: string): string => `route-${item}`;

const chosenIn = ({ routes }: SortContent, draft: Draft, item: string): string | undefined =>
  routes.find(({ id }) => id === draft[routeField(item)])?.id;

const fieldsOf = (content: SortContent, draft: Draft, t: Translator): readonly Field[] => {
  const options = content.routes.map(({ id, label }) => ({ id, label: labelOf(label, t) }));
  return content.items.map(({ id, label }, index): Field => {
    const value = chosenIn(content, draft, id);
    const field = {
      type: "choice",
      id: routeField(id),
      label: `${index + 1}. ${labelOf(label, t)}`,
      required: true,
      short: true,
      options,
    } as const;
    return value === undefined ? field : { ...field, value };
  });
};

const check = (content: SortContent, draft: Draft, t: Translator): Checked<SortAnswer> => {
  const routes: Record<string, string> = {};
  const mistakes: Record<string, string> = {};
  for (const { id } of content.items) {
    const chosen = chosenIn(content, draft, id);
    if (chosen === undefined) mistakes[routeField(id)] = t.messages.sort.chooseOne;
    else routes[id] = chosen;
  }
  return Object.keys(mistakes).length > 0 ? { type: "mistakes", mistakes } : { type: "answer", answer: { routes } };
};

/** A route with what it is for. */
const routeText = ({ label, description }: SortContent["routes"][number], t: Translator): Text => {
  const name = strong(labelOf(label, t));
  return description === undefined ? [name] : [name, plain(": "), ...parseInline(t.pick(description))];
};

export const sort = defineKind<SortContent, SortAnswer>({
  kind: "sort",
  names: (t) => t.messages.sort.kind,
  content: sortContent,
  answer: sortAnswer,
  takesResponses: true,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    { type: "note", text: words(t.messages.sort.routes) },
    { type: "list", ordered: false, items: content.routes.map((route) => routeText(route, t)) },
    { type: "note", text: words(t.messages.sort.items) },
    { type: "list", ordered: true, items: content.items.map(({ label }) => parseInline(t.pick(label))) },
  ],
  options: () => [],
  form: (content, draft, t) => ({ fields: fieldsOf(content, draft, t) }),
  check,
  draftOf: (_content, { routes }) =>
    Object.fromEntries(Object.entries(routes).map(([item, route]) => [routeField(item), route])),
  inShort: () => undefined,
  // The pack's own routes stay unseen until the reveal.
  confirmation: () => [],
  reasons: () => [],
  withoutWords: (_content, answer) => answer,
  asked: (_content, t) => t.messages.sort.asked,
  showsSumsOnly: () => true,
  shareOnRecommendation: () => undefined,
  reveal,
  allReasons: () => [],
});
