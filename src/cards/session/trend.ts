/** How a question goes that is asked again and again: a line over its last times, and in words. */
import { groupMin } from "../../session/visibility.ts";
import { words } from "../../text/text.ts";
import type { Block } from "../card.ts";
import type { LinePoint } from "../line-chart.ts";
import { collectedUpTo, type SessionView, standingOf } from "./session-view.ts";

/** Fewer times tell nothing of a course; more than that no line of a card holds. */
export const timesMin = 3;
export const timesMax = 12;

/** `views`: every time that it was asked, the earliest first, this one last. */
export const trendBlocks = (views: readonly SessionView[], zone: string): readonly Block[] => {
  const told = views.filter(mayTell).slice(-timesMax);
  const last = told.at(-1);
  if (last === undefined || last !== views.at(-1) || told.length < timesMin) return [];
  const { t } = last;
  const say = t.messages.session.trend;
  const figures = told.map((view) => figureOf({ ...view, t }));
  const [first] = figures;
  const now = figures.at(-1);
  if (first === undefined || now === undefined) return [];
  const points = told.map(({ session }, index): LinePoint => {
    const { value = 0, text: figure = "" } = figures[index] ?? {};
    return { at: session.startedAt, label: t.day(session.startedAt, zone), value, figure };
  });
  const title = say.title({ what: now.title, times: points.length });
  const to = Math.max(...figures.map((figure) => figure.to));
  return [
    { type: "line", line: { title, unit: now.title, from: 0, to, points } },
    { type: "note", text: words(say.course({ first: first.text, last: now.text })) },
  ];
};

/** Of fewer than three in an anonymous session nothing is told, as its own reveal does. */
const mayTell = (view: SessionView): boolean => {
  const count = standingOf(view, view.session.round).length;
  return count >= (view.session.settings.anonymous || view.activity.showsSumsOnly ? groupMin : 1);
};

const figureOf = (view: SessionView) => {
  const { session, activity, t } = view;
  const count = standingOf(view, session.round).length;
  const responses = { title: t.messages.session.trend.responses, value: count, to: count, text: t.number(count) };
  return activity.figure(collectedUpTo(view, session.round), t) ?? responses;
};
