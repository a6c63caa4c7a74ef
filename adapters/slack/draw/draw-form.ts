/** Draws a form as a modal, and what is wrong with what was filled in. */
import { type Field, type FieldOption, type Form, type FormStep, unfoldedByStep } from "../../../src/cards/form.ts";
import type { Language } from "../../../src/i18n/languages.ts";
import { cut } from "../../../src/text/cut.ts";
import { present } from "../../../src/text/present.ts";
import { limits } from "../limits.ts";
import type { SlackBlock } from "./blocks.ts";
import { type ChannelInput, drawChannelInput } from "./channel-input.ts";
import { drawPart } from "./draw-card.ts";
import { drawPlain, type PlainObject } from "./draw-text.ts";

/** Where a form was asked for: comes back with it, so that the answer goes to the same place. */
export type FormPlace = {
  readonly channel: string;
  readonly thread?: string | undefined;
  /** The channel is still to be chosen; it is asked for in this language. */
  readonly asks?: Language;
};

export type InputBlock = {
  readonly type: "input";
  readonly block_id: string;
  readonly label: PlainObject;
  readonly optional: boolean;
  readonly hint?: PlainObject;
  /** Slack tells at once when it changes. */
  readonly dispatch_action?: true;
  readonly element: Readonly<Record<string, unknown>> & { readonly type: string };
};

export type FormView = {
  readonly type: "modal";
  readonly callback_id: "form";
  readonly private_metadata: string;
  readonly title: PlainObject;
  readonly submit: PlainObject;
  readonly close: PlainObject;
  readonly blocks: readonly (SlackBlock | InputBlock | ChannelInput | StepsBlock)[];
};

export const drawForm = (form: Form, place: FormPlace): FormView => drawUnfolded(unfoldedByStep(form), place);

const drawUnfolded = (form: Form, place: FormPlace): FormView => ({
  type: "modal",
  callback_id: "form",
  private_metadata: JSON.stringify({ purpose: form.token, place }),
  title: drawPlain(form.title, limits.view.titleMax),
  submit: drawPlain(form.submit, limits.view.buttonMax),
  close: drawPlain(form.cancel, limits.view.buttonMax),
  blocks: [
    ...(place.asks === undefined ? [] : [drawChannelInput(place.asks)]),
    ...drawPart(form.intro),
    ...form.fields.flatMap((field) => drawField(field, field === focused(form))),
    ...drawPart(form.outro ?? []),
    ...drawSteps("steps", form.steps ?? []),
  ],
});

/** By which an input says how its value is read: one, any number of them, or people. */
export const actionIds = { one: "value", several: "values", people: "people" } as const;

const apart = "~";

/**
 * Slack keeps what was filled in where a redrawn view has the same block, so that an answer taken
 * back, or a number that was filled in by a chip, needs another one.
 */
const blockIdOf = (field: Field): string => {
  if (field.type === "number" && field.chips !== undefined) return `${field.id}${apart}${field.value ?? ""}`;
  return field.redraws === true && field.value === undefined ? `${field.id}${apart}` : field.id;
};

/** The field that a block asks for. */
export const fieldOf = (blockId: string): string => blockId.split(apart, 1)[0] ?? blockId;

type StepsBlock = {
  readonly type: "actions";
  readonly block_id: string;
  readonly elements: readonly {
    readonly type: "button";
    readonly action_id: string;
    readonly text: PlainObject;
    readonly value: string;
  }[];
};

const drawSteps = (id: string, steps: readonly FormStep[]): readonly StepsBlock[] =>
  steps.length === 0
    ? []
    : [
        {
          type: "actions",
          block_id: id,
          elements: steps.map((step) => ({
            type: "button",
            action_id: `step:${step.id}`,
            text: drawPlain(step.label, limits.button.textMax),
            value: step.id,
          })),
        },
      ];

/** What is still to be written, which a modal would else leave to a click. */
const focused = ({ fields }: Form): Field | undefined =>
  fields.find((field) => field.type === "text" && field.multiline && field.required && !field.value);

const drawField = (field: Field, isFocused: boolean): readonly (InputBlock | StepsBlock)[] => [
  drawInput(field, isFocused),
  ...(field.type === "number" ? drawSteps(`${field.id}${apart}chips`, field.chips ?? []) : []),
];

const drawInput = (field: Field, isFocused: boolean): InputBlock => ({
  type: "input",
  block_id: blockIdOf(field),
  label: drawPlain(labelOf(field), limits.input.labelMax),
  optional: !field.required,
  ...present({ dispatch_action: field.redraws === true ? true : undefined }),
  ...drawHint(field),
  element: {
    action_id: actionIdOf(field),
    ...drawElement(field),
    ...(isFocused ? { focus_on_load: true } : {}),
  },
});

const actionIdOf = ({ type }: Field): string =>
  type === "choices" ? actionIds.several : type === "people" ? actionIds.people : actionIds.one;

/** Slack shows what is wrong at a field only once a form was sent; before, its hint tells. */
const drawHint = ({ mistake, hint }: Field): { readonly hint?: PlainObject } => {
  const said = mistake === undefined ? hint : `⚠️ ${mistake}`;
  return said === undefined ? {} : { hint: drawPlain(said, limits.input.hintMax) };
};

const labelOf = (field: Field): string =>
  field.type === "number" && field.unit !== "" ? `${field.label} (${field.unit})` : field.label;

const drawElement = (field: Field): InputBlock["element"] => {
  switch (field.type) {
    case "choice":
      return drawChoice(field);
    case "choices":
      return drawChoices(field.options, field.value);
    case "text":
      return {
        type: "plain_text_input",
        multiline: field.multiline,
        max_length: Math.min(field.lengthMax, limits.input.lengthMax),
        ...present({ initial_value: field.value === undefined || field.value === "" ? undefined : field.value }),
      };
    case "number":
      return {
        type: "number_input",
        is_decimal_allowed: true,
        min_value: String(field.min),
        max_value: String(field.max),
        ...present({ initial_value: field.value === undefined ? undefined : String(field.value) }),
      };
    case "toggle": {
      const option = { text: drawPlain(field.label, limits.option.textMax), value: "on" };
      return {
        type: "checkboxes",
        options: [option],
        ...present({ initial_options: field.value ? [option] : undefined }),
      };
    }
    case "date":
      return { type: "datepicker", ...present({ initial_date: field.value }) };
    case "person":
      return { type: "users_select", ...present({ initial_user: field.value }) };
    case "people": {
      const initial = field.value.length === 0 ? undefined : field.value;
      return { type: "multi_users_select", ...present({ initial_users: initial }) };
    }
    default:
      return field satisfies never;
  }
};

const drawChoice = ({ options, value, short, menu }: Field & { readonly type: "choice" }): InputBlock["element"] => {
  const drawn = options.slice(0, limits.select.optionsMax).map(drawOption);
  const initial = drawn.find((option) => option.value === value);
  const isSelect = drawn.length > limits.radio.optionsMax || short === true || menu === true;
  return {
    type: isSelect ? "static_select" : "radio_buttons",
    ...((isSelect ? drawGroups(options.slice(0, limits.select.optionsMax)) : undefined) ?? { options: drawn }),
    ...present({ initial_option: initial }),
  };
};

/** The options by their groups, where each is in one. */
const drawGroups = (options: readonly FieldOption[]) => {
  const titles = [...new Set(options.map(({ group }) => group?.title))];
  if (titles.includes(undefined)) return undefined;
  return {
    option_groups: titles.map((title = "") => ({
      label: drawPlain(title, limits.option.textMax),
      options: options.filter(({ group }) => group?.title === title).map(drawOption),
    })),
  };
};

const drawChoices = (options: readonly FieldOption[], values: readonly string[]): InputBlock["element"] => {
  const drawn = options.slice(0, limits.checkboxes.optionsMax).map(drawOption);
  const initial = drawn.filter(({ value }) => values.includes(value));
  return {
    type: "checkboxes",
    options: drawn,
    ...present({ initial_options: initial.length === 0 ? undefined : initial }),
  };
};

const drawOption = ({ id, label, description }: FieldOption) => ({
  text: drawPlain(label, limits.option.textMax),
  value: id,
  ...present({
    description: description === undefined ? undefined : drawPlain(description, limits.option.descriptionMax),
  }),
});

/**
 * Mistakes as Slack shows them, by the view's blocks: each at its field; what concerns the whole
 * stands at the first field.
 */
export const drawMistakes = (
  mistakes: Readonly<Record<string, string>>,
  blocks: readonly string[],
): Readonly<Record<string, string>> => {
  const [first = "form"] = blocks;
  const drawn: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(mistakes)) {
    const place = blocks.find((block) => fieldOf(block) === field) ?? first;
    drawn[place] = cut(drawn[place] === undefined ? sentence : `${drawn[place]} ${sentence}`, limits.text.textMax);
  }
  return drawn;
};
