/** Draws the input of a field that isn't drawn as a group of options. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Field } from "../../../src/cards/form.ts";
import { playgroundMessages } from "../messages/speak.ts";
import type { FieldProps } from "./field-props.ts";
import { usePage } from "./page-context.ts";

type Props = FieldProps & { readonly id: string; readonly describedBy: string | undefined };
type Typed = (event: { readonly currentTarget: { readonly value: string } }) => void;

export const FieldInput = ({ field, value, mistake, change, id, describedBy }: Props): JSX.Element => {
  const { people, t } = usePage();
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const common = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": mistake !== undefined,
    "aria-required": field.required,
  };
  const typed: Typed = ({ currentTarget }) => change(currentTarget.value);
  const nobody = { id: "", label: playgroundMessages(t.language).nobodyChosen };
  switch (field.type) {
    case "text":
      return <TextInput field={field} text={text} typed={typed} common={common} />;
    case "number":
      return (
        <span class="with-unit">
          <input {...common} type="text" inputMode="decimal" value={text} onInput={typed} autocomplete="off" />
          <span aria-hidden="true">{field.unit}</span>
          {field.chips?.map((chip) => (
            <button
              key={chip.id}
              type="button"
              class="chip"
              aria-pressed={text === String(chip.value)}
              onClick={() => change(String(chip.value))}
            >
              {chip.label}
            </button>
          ))}
        </span>
      );
    case "toggle":
      return (
        <input
          id={id}
          aria-describedby={describedBy}
          type="checkbox"
          checked={value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      );
    case "date":
      return <input {...common} type="date" value={text} onInput={typed} />;
    case "person":
      return (
        <Select
          common={common}
          text={text}
          typed={typed}
          options={[nobody, ...people.map((one) => ({ id: one.id, label: one.name }))]}
        />
      );
    case "choice":
      return (
        <Select
          common={common}
          text={text}
          typed={typed}
          options={[...(field.value === undefined ? [{ id: "", label: "–" }] : []), ...field.options]}
        />
      );
    case "choices":
    case "people":
      throw new Error("Several of many are drawn as a group");
    default:
      return field satisfies never;
  }
};

type InputProps = {
  readonly common: {
    readonly id: string;
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": boolean;
    readonly "aria-required": boolean;
  };
  readonly text: string;
  readonly typed: Typed;
};

const Select = ({
  common,
  text,
  typed,
  options,
}: InputProps & { readonly options: readonly { readonly id: string; readonly label: string }[] }): JSX.Element => (
  <select {...common} value={text} onChange={typed}>
    {options.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
      </option>
    ))}
  </select>
);

const TextInput = ({
  field,
  common,
  text,
  typed,
}: InputProps & { readonly field: Field & { readonly type: "text" } }): JSX.Element => {
  const { t } = usePage();
  const known = useId();
  if (field.multiline)
    return (
      <>
        <textarea {...common} rows={3} value={text} onInput={typed} />
        <p class={`counter ${text.length > field.lengthMax ? "mistake" : "note"}`}>
          {playgroundMessages(t.language).length({ length: text.length, max: field.lengthMax })}
        </p>
      </>
    );
  const list = field.completes === "zones" ? known : undefined;
  return (
    <>
      <input {...common} type="text" value={text} onInput={typed} autocomplete="off" list={list} />
      {list !== undefined && (
        <datalist id={list}>
          {Intl.supportedValuesOf("timeZone").map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      )}
    </>
  );
};
