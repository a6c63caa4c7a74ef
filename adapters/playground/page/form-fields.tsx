/** The fields of a form in their sections, and what is kept back until somebody wants it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Field, Form } from "../../../src/cards/form.ts";
import { FieldView } from "./draw-field.tsx";
import { isAsked, type Mistakes, type Values } from "./use-form.ts";

type Props = {
  readonly form: Form;
  readonly values: Values;
  readonly mistakes: Mistakes;
  readonly change: (field: Field, value: unknown) => void;
};

export const FieldsView = (props: Props): JSX.Element => {
  const { sections = [], fold } = props.form;
  const fields = props.form.fields.filter((field) => isAsked(field, props.values));
  const isApart = ({ folded, section }: Field): boolean => folded === true || sections.some(({ id }) => id === section);
  return (
    <>
      <Rows {...props} fields={fields.filter((field) => !isApart(field))} />
      {sections.map(({ id, title }) => (
        <details key={id} class="section">
          <summary>{title}</summary>
          <Rows {...props} fields={fields.filter(({ section }) => section === id)} />
        </details>
      ))}
      {fold !== undefined && (
        <details class="section" open={fold.isOpen}>
          <summary>{fold.label}</summary>
          <Rows {...props} fields={fields.filter(({ folded }) => folded === true)} />
        </details>
      )}
    </>
  );
};

/** A field with the one that its row can open. */
type Row = { readonly field: Field; readonly more: Field | undefined };

const rowsOf = (fields: readonly Field[]): readonly Row[] =>
  fields.flatMap((field, index): readonly Row[] => {
    const next = fields[index + 1];
    if (field.opener !== undefined && index > 0) return [];
    return [{ field, more: next?.opener === undefined ? undefined : next }];
  });

const Rows = ({ fields, ...props }: Props & { readonly fields: readonly Field[] }): JSX.Element => (
  <div class={fields.some(({ opener }) => opener !== undefined) ? "fields rows" : "fields"}>
    {rowsOf(fields).map((row) => (
      <RowView key={row.field.id} {...props} {...row} />
    ))}
  </div>
);

const RowView = ({ field, more, values, mistakes, change }: Props & Row): JSX.Element => {
  const [pressed, setPressed] = useState(false);
  const view = (one: Field, beside?: JSX.Element): JSX.Element => (
    <FieldView
      field={one}
      value={values[one.id]}
      mistake={mistakes[one.id]}
      change={(value) => change(one, value)}
      beside={beside}
    />
  );
  if (more === undefined) return view(field);
  const open = pressed || (values[more.id] ?? "") !== "" || mistakes[more.id] !== undefined;
  const opener = (
    <button type="button" class="opener" aria-label={`${more.opener}: ${more.label}`} onClick={() => setPressed(true)}>
      {more.opener}
    </button>
  );
  return (
    <div class="row">
      {view(field, open ? undefined : opener)}
      {open && view(more)}
    </div>
  );
};
