/** Draws one field with its label, hint and mistake, each tied to its input for screen readers. */

import type { JSX } from "preact";
import type { Field } from "../../../src/cards/form.ts";
import { playgroundMessages } from "../messages/speak.ts";
import type { Person } from "../protocol.ts";
import { ChoiceInput, ChoicesInput } from "./draw-choice.tsx";
import { FieldInput } from "./draw-input.tsx";
import type { FieldProps } from "./field-props.ts";
import { usePage } from "./page-context.ts";

type Props = FieldProps & {
  /** Stands in the row of the field's options. */
  readonly beside?: JSX.Element | undefined;
};

/** A field of a word or a figure: two of them stand side by side where there is room. */
const shortMax = 64;
/** Beyond this an option of a menu is cut in half the width. */
const optionShortMax = 30;

const isShort = (field: Field): boolean => {
  switch (field.type) {
    case "number":
      return field.chips === undefined;
    case "date":
    case "person":
      return true;
    case "choice":
      return field.menu === true && field.options.every(({ label }) => label.length <= optionShortMax);
    case "choices":
    case "people":
      return false;
    case "text":
      return !field.multiline && field.lengthMax <= shortMax && field.opener === undefined;
    case "toggle":
      return false;
    default:
      return field satisfies never;
  }
};

/** People are chosen like anything else of which there are few. */
const asChoices = (field: Field, people: readonly Person[]): Field =>
  field.type === "people"
    ? { ...field, type: "choices", options: people.map(({ id, name }) => ({ id, label: name })) }
    : field;

export const FieldView = ({ beside, ...props }: Props): JSX.Element => {
  const { t, people } = usePage();
  const { mistake } = props;
  const field = asChoices(props.field, people);
  const id = `field-${field.id}`;
  const about = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(mistake === undefined ? [] : [`${id}-mistake`]),
  ];
  const describedBy = about.length === 0 ? undefined : about.join(" ");
  const isPlain = field.required || field.type === "toggle" || (field.type === "choice" && field.menu === true);
  const optional = isPlain ? "" : ` (${playgroundMessages(t.language).optional})`;
  const label = `${field.label}${optional}`;
  const below = (
    <>
      {field.hint !== undefined && (
        <p class="note" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {mistake !== undefined && (
        <p class="mistake" id={`${id}-mistake`} role="alert">
          {mistake}
        </p>
      )}
    </>
  );
  const size = isShort(field) ? "short" : "";
  if (field.type === "choices" || (field.type === "choice" && field.menu !== true))
    return (
      <fieldset
        class={`field choice ${field.type === "choice" && field.short === true ? "chips" : "list"}`}
        aria-describedby={describedBy}
      >
        <legend>{label}</legend>
        <div class="options">
          {field.type === "choice" ? (
            <ChoiceInput {...props} field={field} id={id} />
          ) : (
            <ChoicesInput {...props} field={field} id={id} />
          )}
          {beside}
        </div>
        {below}
      </fieldset>
    );
  const input = <FieldInput {...props} field={field} id={id} describedBy={describedBy} />;
  return (
    <div class={`field ${field.type} ${size}`}>
      {field.type === "toggle" && input}
      <label for={id}>{label}</label>
      {field.type !== "toggle" && input}
      {below}
    </div>
  );
};
