/** Draws a form as inputs of a card, with what was filled in and what is wrong with it. */

import { actionFor, formatAction } from "../../../src/cards/action.ts";
import { type Field, type Form, type FormToken, unfoldedByStep } from "../../../src/cards/form.ts";
import { present } from "../../../src/text/present.ts";
import { words } from "../../../src/text/text.ts";
import { type CardSource, inputIdOf } from "../card-data.ts";
import { limits } from "../limits.ts";
import { teamsMessages } from "../messages/speak.ts";
import { type ActionElement, type DrawnAction, drawAction, drawActions, drawButton } from "./draw-action.ts";
import { bytesOf, drawBlock, type Element } from "./draw-block.ts";
import { type AdaptiveCard, assemble, dataOf, type Frame } from "./draw-card.ts";
import { drawHeading, drawPlain, drawText } from "./draw-text.ts";
import { tightened } from "./tighten.ts";

export type Person = { readonly id: string; readonly name: string };

export type FormFrame = Pick<Frame, "t" | "named"> & {
  readonly back: CardSource;
  /** Who can be chosen where a person is asked for. */
  readonly people: readonly Person[];
  /** What was filled in, where it stands in for what the form holds. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** A sentence at each field; `form` names a mistake of the whole. */
  readonly mistakes?: Readonly<Record<string, string>> | undefined;
};

type Input = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };
type Columns = {
  readonly type: "ColumnSet";
  readonly columns: readonly { readonly type: "Column"; readonly width: "stretch"; readonly items: readonly Input[] }[];
};
type FormElement = Element | ActionElement | Input | Columns;

export type DrawnForm = Omit<AdaptiveCard, "body"> & { readonly body: readonly FormElement[] };

export const drawForm = (form: Form, frame: FormFrame): DrawnForm => drawUnfolded(unfoldedByStep(form), frame);

const drawUnfolded = (form: Form, frame: FormFrame): DrawnForm => {
  const { t, named, mistakes = {} } = frame;
  const known = new Set(form.fields.map(({ id }) => id));
  const whole = Object.entries(mistakes).flatMap(([field, sentence]) => (known.has(field) ? [] : [sentence]));
  const head = [
    ...drawHeading(words(form.title), named.mentions, "Large"),
    ...(Object.keys(mistakes).length === 0 ? [] : drawMistake(teamsMessages(t.language).notSaved, frame)),
    ...whole.flatMap((sentence) => drawMistake(sentence, frame)),
  ];
  const actions = drawActions([...drawIntroActions(form), ...drawFormActions(form, frame)]);
  const room = limits.card.bytesMax - wrapBytes - bytesOf([...head, ...actions]);
  const drawn = tightened(form).map((one) => drawFields(one, frame));
  const fields = drawn.find((one) => bytesOf(one) <= room) ?? drawn.at(-1) ?? [];
  const shown = fit(form, frame, room - bytesOf(fields));
  const body: readonly FormElement[] = [...head, ...shown.intro, ...fields, ...shown.outro, ...actions];
  return { ...assemble([], form.title, { t, named }), body };
};

const drawFields = (form: Form, frame: FormFrame): readonly FormElement[] => {
  const asks = form.fields.some(({ redraws }) => redraws === true) || (form.steps ?? []).length > 0;
  return form.fields.flatMap((field) => {
    const mistake = frame.mistakes?.[field.id] ?? field.mistake;
    return [...drawField(field, frame, asks), ...(mistake === undefined ? [] : drawMistake(mistake, frame))];
  });
};

/** What stands around the body of a card, with its mentions. */
const wrapBytes = 1_500;

/**
 * What leads to the fields and follows from them, as far as there is room: the fields come first.
 */
const fit = (
  { intro, outro = [] }: Form,
  { named }: FormFrame,
  bytesMax: number,
): { readonly intro: readonly Element[]; readonly outro: readonly Element[] } => {
  let left = bytesMax;
  const take = (blocks: Form["intro"]): readonly Element[] =>
    blocks
      .flatMap((block) => (block.type === "buttons" ? [] : drawBlock(block, named.mentions).flat()))
      .filter((element) => {
        left -= bytesOf(element) + 1;
        return left >= 0;
      });
  const after = take(outro);
  return { intro: take(intro), outro: after };
};

const drawMistake = (sentence: string, { named }: FormFrame): readonly Element[] =>
  drawText(words(sentence), named.mentions, { color: "Attention", weight: "Bolder" });

/**
 * The buttons of what leads to the fields, which a card has below with its own. They need no
 * inputs, and mean the same however often they are sent.
 */
const drawIntroActions = ({ intro, token }: Form): readonly DrawnAction[] =>
  intro.flatMap((block) => (block.type === "buttons" ? block.buttons.map((one) => drawButton(one, token.nonce)) : []));

const drawFormActions = (form: Form, { t, back }: FormFrame): readonly DrawnAction[] => {
  const say = teamsMessages(t.language);
  const { token } = form;
  const steps = (form.steps ?? []).map(({ id, label }) =>
    drawAction(label, { do: "redraw", purpose: token, step: id }, { inputs: true }),
  );
  // A card can't tell of a change, so what depends on one is asked for by hand.
  const update = form.fields.some(({ redraws }) => redraws === true)
    ? [drawAction(say.update, { do: "redraw", purpose: token }, { inputs: true })]
    : [];
  const submit = drawAction(form.submit, { do: "submit", purpose: token }, { style: "positive", inputs: true });
  const cancel = drawAction(form.cancel, dataOf(back, 1));
  return [submit, ...update, ...steps.slice(0, limits.card.actionsMax - 2 - update.length), cancel];
};

/**
 * Where parts of a form are asked for by hand, nothing is required before: the client would hold
 * the question back.
 */
const drawField = (field: Field, frame: FormFrame, asks: boolean): readonly FormElement[] => {
  const required = field.required && !asks ? { isRequired: true, errorMessage: frame.t.messages.session.required } : {};
  const label = field.type === "toggle" ? {} : { label: drawPlain(labelOf(field, asks), limits.text.textMax) };
  const hint = hintOf(field, frame);
  const small = { size: "Small", isSubtle: true } as const;
  const input = { ...drawInput(field, frame), ...label, ...required };
  return [
    ...(field.type === "number" && field.chips !== undefined ? [drawBeside(input, drawChips(field, frame))] : [input]),
    ...(hint === undefined ? [] : drawText(words(hint), frame.named.mentions, small)),
  ];
};

/** Buttons would be too many on a card, so that what stands beside a number is a select. */
const drawChips = ({ id, chips = [] }: Field & { readonly type: "number" }, { t }: FormFrame): Input => ({
  type: "Input.ChoiceSet",
  id: inputIdOf(id, "chip"),
  label: teamsMessages(t.language).orChoose,
  style: "compact",
  choices: chips.map((chip) => ({ title: chip.label, value: String(chip.value) })),
});

const drawBeside = (...inputs: readonly Input[]): Columns => ({
  type: "ColumnSet",
  columns: inputs.map((input) => ({ type: "Column", width: "stretch", items: [input] })),
});

const hintOf = (field: Field, { t, people }: FormFrame): string | undefined => {
  const shown = field.type === "person" || field.type === "people" ? choosable(people).length : people.length;
  return shown < people.length ? teamsMessages(t.language).peopleLeftOut({ shown }) : field.hint;
};

const labelOf = (field: Field, asks: boolean): string => {
  const label = field.type === "number" && field.unit !== "" ? `${field.label} (${field.unit})` : field.label;
  return asks && field.required ? `${label} *` : label;
};

const drawInput = (field: Field, { people, values = {} }: FormFrame): Input => {
  const base = { id: inputIdOf(field.id, sortOf(field)) };
  const given = values[field.id] ?? field.value;
  const value = given === undefined || given === "" ? {} : { value: String(given) };
  switch (field.type) {
    case "choice":
      return { type: "Input.ChoiceSet", ...base, ...drawChoices(field), ...value };
    case "choices":
      // Ids hold no comma, which stands between them.
      return { type: "Input.ChoiceSet", ...base, isMultiSelect: true, ...drawChoices(field), ...value };
    case "text":
      return {
        type: "Input.Text",
        ...base,
        isMultiline: field.multiline,
        maxLength: field.lengthMax,
        ...value,
      };
    case "number": {
      const { min, max } = field;
      const number = given === undefined || given === "" ? Number.NaN : Number(given);
      return { type: "Input.Number", ...base, min, max, value: Number.isFinite(number) ? number : undefined };
    }
    case "toggle":
      return {
        type: "Input.Toggle",
        ...base,
        title: drawPlain(field.label, limits.text.textMax),
        value: String(given === true),
      };
    case "date":
      return { type: "Input.Date", ...base, ...value };
    case "person":
      return { type: "Input.ChoiceSet", ...base, ...drawPeople(people), ...value };
    case "people":
      return { type: "Input.ChoiceSet", ...base, isMultiSelect: true, ...drawPeople(people), ...value };
    default:
      return field satisfies never;
  }
};

/** How an input's value comes back. */
const sortOf = ({ type }: Field): "text" | "toggle" | "several" =>
  type === "toggle" ? "toggle" : type === "choices" || type === "people" ? "several" : "text";

/** A select where that says it all; of several all stand open as far as there is room. */
const isCompact = (field: Field): boolean => field.type === "choice" && (field.short === true || field.menu === true);

const drawChoices = (field: Field & { readonly type: "choice" | "choices" }) => ({
  style: field.options.length <= limits.choice.expandedMax && !isCompact(field) ? "expanded" : "compact",
  wrap: true,
  choices: field.options.map(({ id, label, description, group }) => ({
    title: drawPlain(
      [
        ...(group === undefined ? [] : [`${group.title}: `]),
        description === undefined || description === id ? label : `${label} — ${description}`,
      ].join(""),
      limits.choice.titleMax,
    ),
    value: id,
  })),
});

const drawPeople = (people: readonly Person[]) => ({
  style: "filtered",
  choices: choosable(people),
});

/** The first people, as far as there is room for a list of them. */
const choosable = (people: readonly Person[]): readonly { readonly title: string; readonly value: string }[] => {
  let left: number = limits.people.bytesMax;
  return people
    .map(({ id, name }) => ({ title: drawPlain(name, limits.mention.nameMax), value: id }))
    .filter((choice) => {
      left -= bytesOf(choice) + 1;
      return left >= 0;
    });
};

/**
 * The action that asks for the form of a token anew; undefined where the form can be redrawn from
 * its values.
 */
export const actionThatAsks = (token: FormToken): string | undefined => {
  switch (token.type) {
    case "settings":
      return formatAction({ type: "ask-settings", scope: token.scope });
    case "find":
      return formatAction({ type: "ask-find" });
    case "history":
      return formatAction({ type: "ask-history" });
    case "export": {
      const { session } = token;
      return formatAction({ type: "ask-export", ...present({ session }) });
    }
    case "start":
    case "respond":
    case "schedule":
    case "set-up":
    case "mend":
      return undefined;
    case "add-option":
      return formatAction({ type: "ask-option", session: token.session, round: token.round });
    case "set-reminder":
    case "extend":
    case "add-facilitator":
    case "record-decision":
    case "review":
      return formatAction(actionFor(token.type, token.session, 1));
    default:
      return token satisfies never;
  }
};
