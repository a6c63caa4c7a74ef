/**
 * Plausible answers of people who aren't there, made from a form's own fields alone: whatever kind
 * asks, they favour one option, differ on it, and some come round to it later. Pure.
 */
import type { Field, FieldOption, Form } from "../../../src/cards/form.ts";

export type Answering = {
  /** The same words, the same answers: as a rule the session's id. */
  readonly seed: string;
  readonly person: string;
  readonly round: number;
  /** What they say as a reason, for the option that they chose, if they chose one. */
  readonly sayings: readonly ((args: { option: string | undefined }) => string)[];
};

type Values = Readonly<Record<string, unknown>>;

/** A share (0–1) that is the same for the same words: FNV-1a, mixed as MurmurHash3 ends. */
const shareOf = (...parts: readonly (string | number)[]): number => {
  let hash = 0x811c9dc5;
  for (const letter of parts.join("/")) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

/** The favoured option takes so large a share of the answers, and as much of the rest later. */
const favoured = 0.5;

const chosen = (field: Field & { readonly type: "choice" }, { seed, person, round }: Answering): string => {
  // The last of many is what those choose who can't say.
  const options = field.options.length > 3 ? field.options.slice(0, -1) : field.options;
  const at = (share: number): string => options[Math.floor(share * options.length)]?.id ?? "";
  const favourite = at(shareOf(seed, field.id));
  const isConvinced = shareOf(seed, person, field.id) < favoured;
  const comesRound = round > 1 && shareOf(seed, person, field.id, "later") < favoured;
  return isConvinced || comesRound ? favourite : at(shareOf(seed, person, field.id, "other"));
};

const figure = (field: Field & { readonly type: "number" }, { seed, person }: Answering): string => {
  const share = shareOf(seed, person, field.id);
  const [low, high] =
    field.value === undefined
      ? [Math.max(field.min, Math.min(field.max, 100) * 0.55), Math.min(field.max, 100) * 0.95]
      : [field.value * 0.8, field.value * 1.2];
  const step = high - low > 20 ? 5 : 1;
  const value = Math.round((low + share * (high - low)) / step) * step;
  return String(Math.min(field.max, Math.max(field.min, value)));
};

const said = (field: Field & { readonly type: "text" }, answering: Answering, option: string | undefined): string => {
  const { seed, person, sayings } = answering;
  if (!field.required && !field.multiline) return "";
  const say = sayings[Math.floor(shareOf(seed, person, field.id) * sayings.length)];
  return say?.({ option }).slice(0, field.lengthMax) ?? "";
};

/** Of several, everyone takes some, and those that are favoured more often. */
const isApproved =
  ({ seed, person }: Answering) =>
  ({ id }: FieldOption, index: number): boolean =>
    index === 0 || shareOf(seed, id) * 0.6 + shareOf(seed, person, id) * 0.4 > 0.5;

/** Values for every field that `given` doesn't fill yet. */
export const answersTo = ({ fields }: Form, given: Values, answering: Answering): Values => {
  const values: Record<string, unknown> = { ...given };
  let option: string | undefined;
  for (const field of fields) {
    if (field.type === "choice") {
      const id = values[field.id] ?? chosen(field, answering);
      values[field.id] = id;
      option ??= field.options.find((one) => one.id === id)?.label;
    } else if (field.id in values) continue;
    else if (field.type === "number") values[field.id] = figure(field, answering);
    else if (field.type === "text") values[field.id] = said(field, answering, option);
    else if (field.type === "choices")
      values[field.id] = field.options.filter(isApproved(answering)).map(({ id }) => id);
    else values[field.id] = field.value ?? "";
  }
  return values;
};
