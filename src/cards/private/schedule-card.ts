/**
 * The schedules of a channel, for the person who asks: what each starts, when next, what became of
 * it, and what they may do with it.
 */
import { kinds, openFrozen } from "../../activities/kinds.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { ScheduleRule } from "../../schedule/rule.ts";
import type { KeptOccurrence } from "../../schedule/schedule.ts";
import { type Schedule, upcoming } from "../../schedule/schedule.ts";
import { mention, plain, type Text, time, words } from "../../text/text.ts";
import type { ScheduleVerb } from "../action.ts";
import type { Block, Button, Card } from "../card.ts";

const datesShown = 3;

export type ShownSchedule = {
  readonly schedule: Schedule;
  /** The newest first. */
  readonly occurrences: readonly KeptOccurrence[];
  /** Whether the person may change it. */
  readonly mayChange: boolean;
};

export const drawSchedules = (shown: readonly ShownSchedule[], offer: boolean, t: Translator): Card => {
  const say = t.messages.schedule;
  const buttons: readonly Button[] = [
    { label: say.make, style: "primary", action: { type: "ask-schedule" } },
    ...(offer ? [offerButton(t)] : []),
  ];
  return {
    title: words(say.title),
    blocks: [
      ...(shown.length === 0 ? [{ type: "paragraph", text: words(say.none) } as const] : []),
      ...shown.flatMap((one) => scheduleBlocks(one, t)),
      { type: "divider" },
      { type: "buttons", buttons },
    ],
  };
};

/** One click makes the schedule that a channel without one is offered. */
export const offerButton = (t: Translator): Button => ({
  label: t.messages.schedule.offer,
  action: { type: "take-offer" },
});

/** What a person is told when their schedule is kept. */
export const drawKeptSchedule = (schedule: Schedule, t: Translator): Card => ({
  title: words(t.messages.schedule.kept),
  blocks: [
    { type: "paragraph", text: words(ruleText(schedule, t)) },
    {
      type: "facts",
      facts: [
        { label: t.messages.schedule.starts, values: startsOf(schedule, t) },
        { label: t.messages.schedule.next, values: datesOf(schedule) },
      ],
    },
    { type: "buttons", buttons: [{ label: t.messages.schedule.title, action: { type: "show", what: "schedules" } }] },
  ],
});

const datesOf = (schedule: Schedule): readonly Text[] => upcoming(schedule, datesShown).map(({ at }) => [time(at)]);

const scheduleBlocks = ({ schedule, occurrences, mayChange }: ShownSchedule, t: Translator): readonly Block[] => {
  const say = t.messages.schedule;
  const dates = datesOf(schedule);
  const past = occurrences.map(({ at, outcome }): Text => [time(at), plain(` — ${say.outcome[outcome]}`)]);
  return [
    { type: "heading", text: words(ruleText(schedule, t)) },
    {
      type: "facts",
      facts: [
        { label: say.starts, values: startsOf(schedule, t) },
        ...(schedule.state === "paused"
          ? [{ label: say.next, values: [words(say.paused)] }]
          : [{ label: say.next, values: dates.length === 0 ? [words(say.noDates)] : dates }]),
        ...(past.length === 0 ? [] : [{ label: say.past, values: past }]),
        { label: say.madeBy, values: [[mention(schedule.owner)]] },
      ],
    },
    ...(mayChange ? [{ type: "buttons", buttons: buttonsOf(schedule, t) } as const] : []),
  ];
};

/** A question of its maker's own as it was typed, or what the packs have in turn. */
const startsOf = ({ own, from }: Schedule, t: Translator): readonly Text[] =>
  own === undefined ? from.map((name) => words(nameOf(name, t))) : [openFrozen(own).title(t)];

const nameOf = (name: string, t: Translator): string =>
  kinds.find(({ kind }) => kind === name)?.names(t).inTurn ?? name;

const buttonsOf = ({ id, revision, state, next }: Schedule, t: Translator): readonly Button[] => {
  const say = t.messages.schedule;
  const act = (verb: ScheduleVerb): Button => ({
    label: say.verbs[verb],
    action: { type: "on-schedule", verb, schedule: id, revision },
  });
  return [
    ...(state === "paused" ? [act("resume")] : [act("pause")]),
    ...(next === null ? [] : [act("skip")]),
    act("run"),
    { label: say.edit, action: { type: "ask-schedule", schedule: id } },
    {
      ...act("delete"),
      style: "danger",
      confirm: { question: say.deleteQuestion, yes: say.verbs.delete, no: say.keep },
    },
  ];
};

/** A rule in words, with its zone. */
export const ruleText = ({ rule, zone }: Pick<Schedule, "rule" | "zone">, t: Translator): string =>
  `${whenText(rule, t)} (${zone})`;

const whenText = (rule: ScheduleRule, t: Translator): string => {
  const say = t.messages.schedule.rule;
  switch (rule.type) {
    case "weekly":
      return rule.every === 1
        ? say.weekly({ weekday: t.weekday(rule.weekday), at: rule.at })
        : say.biweekly({ weekday: t.weekday(rule.weekday), at: rule.at });
    case "weekdays":
      return say.weekdays({ at: rule.at });
    case "monthly":
      return say.monthly({ weekday: t.weekday(rule.weekday), at: rule.at });
    case "cron":
      return say.cron({ expression: rule.expression });
    default:
      return rule satisfies never;
  }
};
