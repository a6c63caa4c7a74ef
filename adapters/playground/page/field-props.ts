/** What each field is drawn from, however it is drawn. */
import type { Field } from "../../../src/cards/form.ts";

export type FieldProps = {
  readonly field: Field;
  readonly value: unknown;
  readonly mistake: string | undefined;
  readonly change: (value: unknown) => void;
};
