/**
 * What is filled in of a form, as it is asked again and checked. What was typed stays until it was
 * accepted, also when the dialog is closed meanwhile.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Field, Form } from "../../../src/cards/form.ts";
import type { Reply } from "../../../src/requests/request.ts";

export type Values = Readonly<Record<string, unknown>>;
export type Mistakes = Extract<Reply, { type: "mistakes" }>["mistakes"];

/** What a form held when it was opened, and what it held when it was closed. */
export type Kept = { readonly asked: Values; readonly filled: Values };

export type FormParts = {
  readonly form: Form;
  /** What was left in the same form, if it was closed before. */
  readonly kept: Kept | undefined;
  /** Sends the values; the reply, or a rejection when nothing was sent. */
  readonly send: (values: Values) => Promise<Reply>;
  /** Asks the form again from the values, with the step that was pressed. */
  readonly redraw: (values: Values, pressed: string | null) => Promise<Reply>;
  /** Takes any reply but mistakes; the dialog is closed then. */
  readonly done: (reply: Reply) => void;
  /** What is said where nothing could be sent. */
  readonly notSent: string;
};

export type FilledForm = {
  readonly form: Form;
  readonly values: Values;
  readonly mistakes: Mistakes;
  /** How often it was sent in vain, or can't be asked on: what is wrong is shown then. */
  readonly refused: number;
  readonly busy: boolean;
  readonly change: (field: Field, value: unknown) => void;
  readonly step: (id: string) => void;
  readonly submit: () => Promise<void>;
  /** What is to be kept when the dialog is closed. */
  readonly left: () => Kept;
};

const asksFor = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.id, field.value ?? ""]));

/** What is asked now, as far as it hangs on what another field holds. */
export const isAsked = ({ onlyWhen }: Field, values: Values): boolean =>
  onlyWhen === undefined || values[onlyWhen.field] === onlyWhen.is;

const mistakesIn = (fields: readonly Field[]): Mistakes =>
  Object.fromEntries(fields.flatMap(({ id, mistake }) => (mistake === undefined ? [] : [[id, mistake]])));

/** What was changed before stays changed, unless the form now asks it with something else in it. */
const overlay = (asked: Values, kept: Kept | undefined): Values =>
  kept === undefined
    ? asked
    : {
        ...asked,
        ...Object.fromEntries(
          Object.entries(kept.filled).filter(
            ([field, value]) => kept.asked[field] !== value && (asked[field] ?? "") === (kept.asked[field] ?? ""),
          ),
        ),
      };

/** What is wrong with the whole form, in words. */
const sentenceOf = (reply: Reply): string => {
  if (reply.type === "mistakes") return reply.mistakes.form ?? "";
  return reply.type === "refused" ? reply.text.map((span) => ("text" in span ? span.text : "")).join("") : "";
};

/** What was typed while the answer was on its way stays; so does what isn't a number yet. */
const meanwhile = (form: Form, given: Values, now: Values): Values =>
  Object.fromEntries(
    form.fields.map((field) => {
      const typed = now[field.id];
      const stays = typed !== given[field.id] || (field.type === "number" && field.value === undefined);
      return [field.id, stays ? typed : (field.value ?? "")];
    }),
  );

export const useForm = ({ form: opened, kept, send, redraw, done, notSent }: FormParts): FilledForm => {
  const asked = useRef(asksFor(opened.fields));
  const [form, setForm] = useState(opened);
  const [values, setValues] = useState(() => overlay(asked.current, kept));
  const [mistakes, setMistakes] = useState<Mistakes>(() => mistakesIn(opened.fields));
  const [refused, setRefused] = useState(0);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const failed = (): Reply => ({ type: "mistakes", mistakes: { form: notSent } });

  const refuse = (wrong: Mistakes): void => {
    setMistakes(wrong);
    setRefused((times) => times + 1);
  };
  const askAgain = async (given: Values, pressed: string | null): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const reply = await redraw(given, pressed).catch(failed);
    // Of several on their way only the last one tells what is filled in now.
    if (turn !== latest.current) return;
    // Another part of a longer form is one of its own.
    if (reply.type === "form" && reply.form.stage !== form.stage) done(reply);
    else if (reply.type === "form") {
      setForm(reply.form);
      setMistakes(mistakesIn(reply.form.fields));
      setValues((now) => meanwhile(reply.form, given, now));
    } else refuse({ form: sentenceOf(reply) });
  };
  useEffect(() => {
    if (kept !== undefined && opened.fields.some(({ redraws }) => redraws === true)) void askAgain(values, null);
  }, []);

  return {
    form,
    values,
    mistakes,
    refused,
    busy,
    change: (field, value) => {
      const next = { ...values, [field.id]: value };
      setValues(next);
      // What was wrong may be right by now; sending tells.
      setMistakes(({ [field.id]: _, ...others }) => others);
      if (field.redraws === true) void askAgain(next, null);
    },
    step: (id) => void askAgain(values, id),
    submit: async () => {
      if (busy) return;
      setBusy(true);
      const asks = form.fields.filter((field) => isAsked(field, values));
      const reply = await send(Object.fromEntries(asks.map(({ id }) => [id, values[id]]))).catch(failed);
      setBusy(false);
      if (reply.type === "mistakes") refuse(reply.mistakes);
      // A refusal keeps the dialog open, so that what was typed can be copied.
      else if (reply.type === "refused") refuse({ form: sentenceOf(reply) });
      else done(reply);
    },
    left: () => ({ asked: asked.current, filled: values }),
  };
};
