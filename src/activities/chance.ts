/** How likely somebody thinks their choice is right: the field that asks it, and what it holds. */
import { chancesAmong } from "../analysis/confidence.ts";
import type { Chip, Field } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";

/** Percent. */
export const chanceMax = 100;

/** Percent; null when left empty, undefined when it is no whole number from `min` to 100. */
export const parsePercent = (value: unknown, min: number): number | null | undefined => {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= min && number <= chanceMax
    ? number
    : undefined;
};

type Asked = {
  /** Among how many options was chosen. */
  readonly count: number;
  readonly hint: string;
  readonly value: number | null | undefined;
  /** The chip that was pressed, if one was. */
  readonly pressed: string | undefined;
};

export const chanceInput = ({ count, hint, value, pressed }: Asked, t: Translator): Field => {
  const chips = chancesAmong(count).map(
    (chance): Chip => ({ id: `chance-${chance}`, label: t.percent(chance / 100), value: chance }),
  );
  return {
    type: "number",
    id: "chance",
    label: t.messages.scenario.confidence,
    hint,
    required: false,
    min: 0,
    max: chanceMax,
    unit: "%",
    value: chips.find(({ id }) => id === pressed)?.value ?? value ?? undefined,
    chips,
  };
};
