/**
 * Draws a form as a dialog. What was typed stays until it was accepted or the person closes the
 * dialog.
 */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Action } from "../../../src/cards/action.ts";
import type { Field, Form } from "../../../src/cards/form.ts";
import type { Reply } from "../../../src/requests/request.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { BlockView } from "./draw-card.tsx";
import { FieldView } from "./draw-field.tsx";
import { Modal } from "./modal.tsx";
import { pageContext, usePage } from "./page-context.ts";

type Values = Readonly<Record<string, unknown>>;
type Mistakes = Extract<Reply, { type: "mistakes" }>["mistakes"];

type Props = {
  readonly form: Form;
  /** Sends the values; the reply, or a rejection when nothing was sent. */
  readonly send: (values: Values) => Promise<Reply>;
  /** Asks the form again from the values, with the step that was pressed. */
  readonly redraw: (values: Values, pressed: string | null) => Promise<Reply>;
  /** Takes any reply but mistakes; the dialog is closed then. */
  readonly done: (reply: Reply) => void;
  readonly close: () => void;
  /** Presses a button that stands in the form; it answers in place of the form. */
  readonly press: (action: Action) => Promise<void>;
};

/** What is asked now, as far as it hangs on what another field holds. */
const isAsked = ({ onlyWhen }: Field, values: Values): boolean =>
  onlyWhen === undefined || values[onlyWhen.field] === onlyWhen.is;

const initial = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.id, field.value ?? ""]));

const mistakesIn = (fields: readonly Field[]): Mistakes =>
  Object.fromEntries(fields.flatMap(({ id, mistake }) => (mistake === undefined ? [] : [[id, mistake]])));

/** What is wrong with the whole form, in words. */
const sentenceOf = (reply: Reply): string => {
  if (reply.type === "mistakes") return reply.mistakes.form ?? "";
  return reply.type === "refused" ? reply.text.map((span) => ("text" in span ? span.text : "")).join("") : "";
};

type FieldsProps = {
  readonly form: Form;
  readonly values: Values;
  readonly mistakes: Mistakes;
  readonly change: (field: Field, value: unknown) => void;
  readonly fold: readonly [isOpen: boolean, open: (isOpen: boolean) => void];
};

/** What is asked; what can be left as it is folds. */
const Fields = ({ form, values, mistakes, change, fold: [isOpen, open] }: FieldsProps): JSX.Element => {
  const view = (field: Field): JSX.Element => (
    <FieldView
      key={field.id}
      field={field}
      value={values[field.id]}
      mistake={mistakes[field.id]}
      change={(value) => change(field, value)}
    />
  );
  const asked = form.fields.filter((field) => isAsked(field, values));
  return (
    <>
      {asked.filter(({ folded }) => folded !== true).map(view)}
      {form.fold !== undefined && (
        <details class="fold" open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
          <summary>{form.fold.label}</summary>
          {asked.filter(({ folded }) => folded === true).map(view)}
        </details>
      )}
    </>
  );
};

export const FormDialog = ({ form: asked, send, redraw, done, close, press }: Props): JSX.Element => {
  const page = usePage();
  const { t } = page;
  const pressHere = async (action: Action): Promise<void> => {
    close();
    await press(action);
  };
  const [form, setForm] = useState(asked);
  const [values, setValues] = useState(() => initial(form.fields));
  const [mistakes, setMistakes] = useState<Mistakes>(() => mistakesIn(form.fields));
  const [unfolded, setUnfolded] = useState(form.fold?.isOpen === true);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  const [refused, setRefused] = useState(0);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refused]);

  const latest = useRef(0);
  const askAgain = async (given: Values, pressed: string | null): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const reply = await redraw(given, pressed).catch(
      (): Reply => ({ type: "mistakes", mistakes: { form: playgroundMessages(t.language).notSent } }),
    );
    // Of several on their way only the last one tells what is filled in now.
    if (turn !== latest.current) return;
    if (reply.type === "form") {
      setForm(reply.form);
      setMistakes({});
      // What was typed while the answer was on its way stays.
      setValues((now) =>
        Object.fromEntries(
          reply.form.fields.map((field) => {
            const typed = now[field.id];
            // So does what isn't a number yet.
            const kept = typed !== given[field.id] || (field.type === "number" && field.value === undefined);
            return [field.id, kept ? typed : (field.value ?? "")];
          }),
        ),
      );
    } else setMistakes({ form: sentenceOf(reply) });
  };
  const change = (field: Field, value: unknown): void => {
    const next = { ...values, [field.id]: value };
    setValues(next);
    // What was wrong may be right by now; sending tells.
    setMistakes(({ [field.id]: _, ...others }) => others);
    if (field.redraws === true) void askAgain(next, null);
  };

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const asked = form.fields.filter((field) => isAsked(field, values));
    const reply = await send(Object.fromEntries(asked.map(({ id }) => [id, values[id]]))).catch(
      (): Reply => ({ type: "mistakes", mistakes: { form: playgroundMessages(t.language).notSent } }),
    );
    setBusy(false);
    if (reply.type === "mistakes") {
      setMistakes(reply.mistakes);
      setRefused((times) => times + 1);
      if (form.fields.some(({ id, folded }) => folded === true && id in reply.mistakes)) setUnfolded(true);
    }
    // A refusal keeps the dialog open, so that what was typed can be copied.
    else if (reply.type === "refused") setMistakes({ form: sentenceOf(reply) });
    else done(reply);
  };

  return (
    <Modal label={form.title} close={close}>
      <form ref={element} onSubmit={submit} noValidate>
        <h2 class="dialog-head">{form.title}</h2>
        <div class="dialog-body">
          <pageContext.Provider value={{ ...page, press: pressHere }}>
            {form.intro.map((block, index) => (
              <BlockView key={index} block={block} thread={null} />
            ))}
          </pageContext.Provider>
          {mistakes.form !== undefined && (
            <p class="mistake" role="alert">
              {mistakes.form}
            </p>
          )}
          <Fields form={form} values={values} mistakes={mistakes} change={change} fold={[unfolded, setUnfolded]} />
          <div class="outro" aria-live="polite">
            {form.outro?.map((block, index) => (
              <BlockView key={index} block={block} thread={null} />
            ))}
          </div>
        </div>
        <div class="dialog-buttons">
          {form.steps?.map((step) => (
            <button key={step.id} type="button" class="button" onClick={() => void askAgain(values, step.id)}>
              {step.label}
            </button>
          ))}
          <button type="button" class="button" onClick={close}>
            {form.cancel}
          </button>
          <button type="submit" class="button primary" disabled={busy} aria-busy={busy}>
            {form.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
};
