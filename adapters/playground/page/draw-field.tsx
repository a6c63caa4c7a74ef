/** Draws one field with its label, hint and mistake, each tied to its input for screen readers. */

import type { JSX } from "preact";
import type { Field } from "../../../src/cards/form.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

type Props = {
  readonly field: Field;
  readonly value: unknown;
  readonly mistake: string | undefined;
  readonly change: (value: unknown) => void;
};

type InputProps = Props & { readonly id: string; readonly describedBy: string };

export const FieldView = (props: Props): JSX.Element => {
  const { t } = usePage();
  const { field, mistake } = props;
  const id = `field-${field.id}`;
  const describedBy = `${id}-hint ${id}-mistake`;
  const optional = field.required || field.type === "toggle" ? "" : ` (${playgroundMessages(t.language).optional})`;
  const label = `${field.label}${optional}`;
  const about = (
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
  if (field.type === "choice" && field.menu === true)
    return (
      <div class="field menu">
        <label for={id}>{field.label}</label>
        <MenuInput {...props} field={field} id={id} describedBy={describedBy} />
        {about}
      </div>
    );
  if (field.type === "choice" || field.type === "choices")
    return (
      <fieldset class="field" aria-describedby={describedBy}>
        <legend>{label}</legend>
        {field.type === "choice" ? (
          <ChoiceInput {...props} field={field} id={id} describedBy={describedBy} />
        ) : (
          <ChoicesInput {...props} field={field} id={id} describedBy={describedBy} />
        )}
        {about}
      </fieldset>
    );
  const input = <FieldInput {...props} id={id} describedBy={describedBy} />;
  return (
    <div class={`field ${field.type}`}>
      {field.type === "toggle" && input}
      <label for={id}>{label}</label>
      {field.type !== "toggle" && input}
      {about}
    </div>
  );
};

const ChoiceInput = ({
  field,
  value,
  mistake,
  change,
  id,
}: InputProps & { readonly field: Field & { type: "choice" } }): JSX.Element => (
  <div class={field.short === true ? "chips" : "options"}>
    {field.options.map((option) => (
      <label key={option.id} class="option">
        <input
          type="radio"
          name={id}
          value={option.id}
          checked={value === option.id}
          aria-invalid={mistake !== undefined}
          onChange={() => change(option.id)}
        />
        <span>
          {option.label}
          {option.description !== undefined && <small>{option.description}</small>}
        </span>
      </label>
    ))}
  </div>
);

/** One line for a choice that stands among others of its kind. */
const MenuInput = ({
  field,
  value,
  mistake,
  change,
  id,
  describedBy,
}: InputProps & { readonly field: Field & { type: "choice" } }): JSX.Element => (
  <select
    id={id}
    aria-describedby={describedBy}
    aria-invalid={mistake !== undefined}
    value={typeof value === "string" ? value : ""}
    onChange={(event) => change(event.currentTarget.value)}
  >
    {field.value === undefined && <option value="">–</option>}
    {field.options.map((option) => (
      <option key={option.id} value={option.id}>
        {option.label}
      </option>
    ))}
  </select>
);

const ChoicesInput = ({
  field,
  value,
  mistake,
  change,
  id,
}: InputProps & { readonly field: Field & { type: "choices" } }): JSX.Element => {
  const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean): void =>
    change(field.options.map((one) => one.id).filter((one) => (one === option ? on : ticked.includes(one))));
  return (
    <>
      {field.options.map((option) => (
        <label key={option.id} class="option">
          <input
            type="checkbox"
            name={id}
            value={option.id}
            checked={ticked.includes(option.id)}
            aria-invalid={mistake !== undefined}
            onChange={(event) => toggle(option.id, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.description !== undefined && <small>{option.description}</small>}
          </span>
        </label>
      ))}
    </>
  );
};

const FieldInput = ({ field, value, mistake, change, id, describedBy }: InputProps): JSX.Element => {
  const { people, t } = usePage();
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const common = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": mistake !== undefined,
    "aria-required": field.required,
  };
  const typed = (event: { readonly currentTarget: { readonly value: string } }): void =>
    change(event.currentTarget.value);
  switch (field.type) {
    case "text":
      return field.multiline ? (
        <>
          <textarea {...common} rows={4} value={text} onInput={typed} />
          <p class={`counter ${text.length > field.lengthMax ? "mistake" : "note"}`}>
            {playgroundMessages(t.language).length({ length: text.length, max: field.lengthMax })}
          </p>
        </>
      ) : (
        <input {...common} type="text" value={text} onInput={typed} autocomplete="off" />
      );
    case "number":
      return (
        <span class="with-unit">
          <input {...common} type="text" inputMode="numeric" value={text} onInput={typed} autocomplete="off" />
          <span aria-hidden="true">{field.unit}</span>
        </span>
      );
    case "toggle":
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      );
    case "date":
      return <input {...common} type="date" value={text} onInput={typed} />;
    case "person":
      return (
        <select {...common} value={text} onChange={typed}>
          <option value="">{playgroundMessages(t.language).nobodyChosen}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      );
    case "choice":
    case "choices":
      throw new Error("A choice is drawn as a group");
    default:
      return field satisfies never;
  }
};
