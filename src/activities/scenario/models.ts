/**
 * What other activities of the pack compute for a scenario, from facts that the pack states beside
 * it, and what goes with it to read.
 */
import type { Block } from "../../cards/card.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { strong, words } from "../../text/text.ts";
import type { Link } from "../activity.ts";
import { inlineOf } from "../content-text.ts";
import type { Linked } from "../open-activity.ts";
import type { ScenarioContent } from "./content.ts";

type Stated = { readonly key: "flow" | "roi"; readonly id: string; readonly facts: Link["facts"] };

/** The activities that compute, in the order they are shown, each with the facts stated for it. */
const statedIn = ({ models }: ScenarioContent): readonly Stated[] => {
  if (models === undefined) return [];
  const { flow, roi } = models;
  return [
    { key: "flow", id: flow.activity, facts: { path: ["models", "flow", "answers"], stated: flow.answers } },
    { key: "roi", id: roi.activity, facts: { path: ["models", "roi", "project"], stated: roi.project } },
  ];
};

/** The activities that a scenario names. */
export const linksOf = (content: ScenarioContent): readonly Link[] => [
  ...statedIn(content).map(({ key, id, facts }) => ({ path: ["models", key, "activity"], id, facts })),
  ...content.seeAlso.map((id, index) => ({ path: ["seeAlso", index], id, facts: null })),
];

/** What each gives, under its kind's name, from the facts stated and with them. */
export const modelBlocks = (content: ScenarioContent, linked: Linked, t: Translator): readonly Block[] => {
  if (content.models === undefined) return [];
  const say = t.messages.scenario;
  return [
    { type: "heading", text: [strong(say.modelsTitle)] },
    { type: "note", text: words(say.modelsHint) },
    { type: "list", ordered: false, items: content.models.because.map((reason) => inlineOf(reason, t)) },
    ...statedIn(content).flatMap(({ id, facts }): readonly Block[] => {
      const computing = linked[id];
      if (computing === undefined) return [];
      return [{ type: "note", text: [strong(computing.names(t).one)] }, ...computing.computed(facts?.stated, t)];
    }),
  ];
};

/** Buttons to the reference cards that go with the scenario. */
export const seeAlsoBlocks = ({ seeAlso }: ScenarioContent, linked: Linked, t: Translator): readonly Block[] => {
  const buttons = seeAlso.flatMap((id) => {
    const card = linked[id];
    if (card === undefined) return [];
    return [{ label: plainText(card.title(t)), action: { type: "learn", activity: id, share: false } as const }];
  });
  return buttons.length === 0
    ? []
    : [
        { type: "note", text: words(t.messages.scenario.seeAlso) },
        { type: "buttons", buttons },
      ];
};
