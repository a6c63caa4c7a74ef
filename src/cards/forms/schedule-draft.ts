/** What the form of a schedule shows: of one that is kept, and of a line that asks a question. */
import type { Draft } from "../../activities/asking.ts";
import { setupNamed } from "../../activities/setups.ts";
import { isFirst, rhythmNamed, weekdayNamed } from "../../commands/command-words.ts";
import { writeRoundEnd } from "../../commands/deadline.ts";
import type { PlanWords } from "../../commands/schedule-plan.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Schedule } from "../../schedule/schedule.ts";
import { present } from "../../text/present.ts";
import { own, weekdays } from "./schedule-form.ts";

/** What the form shows of a line that asks a question, as far as it can be read. */
export const draftOfLine = ({ how, zone, skip, end, settings }: PlanWords): Draft => {
  const [first = "", ...rest] = how;
  const every = rhythmNamed(first);
  const days = rest.flatMap((word) => weekdayNamed(word) ?? []);
  const others = rest.filter((word) => weekdayNamed(word) === undefined && !isFirst(word)).join(" ");
  return present({
    ...settings,
    from: own,
    zone,
    skip: skip.join(", "),
    end: end ?? undefined,
    every,
    weekday: days.map((day) => weekdays[day - 1])[0],
    [every === "cron" ? "cron" : "time"]: every === "cron" ? rest.join(" ") : others || undefined,
  });
};

/** What the form shows of a schedule that is kept. */
export const draftOfSchedule = (schedule: Schedule, t: Translator): Draft => {
  const { rule, zone, from, skipDates, settings, end } = schedule;
  const asked = schedule.own === undefined ? {} : { ...setupNamed(own).setup.draftOf(schedule.own.content), from: own };

  const [first, ...more] = from;
  const day = rule.type === "weekly" || rule.type === "monthly" ? weekdays[rule.weekday - 1] : undefined;
  return {
    every: rule.type === "weekly" && rule.every === 2 ? "biweekly" : rule.type,
    weekday: day,
    ...(rule.type === "cron" ? { cron: rule.expression } : { time: rule.at }),
    zone,
    from: first,
    rotation: more.length === 0 ? undefined : from.join(", "),
    skip: skipDates.join(", "),
    end: writeRoundEnd(end, t.typed),
    ...settings,
    ...asked,
  };
};
