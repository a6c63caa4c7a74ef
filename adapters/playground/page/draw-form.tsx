/** Draws a form as a dialog: what it asks scrolls, its buttons stay in sight. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Action } from "../../../src/cards/action.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { BlockView } from "./draw-card.tsx";
import { FieldsView } from "./form-fields.tsx";
import { Modal } from "./modal.tsx";
import { pageContext, usePage } from "./page-context.ts";
import { type FormParts, type Kept, useForm } from "./use-form.ts";

/** What is pressed in a form answers in place of it. */
const nowhere = { thread: null, message: null };

type Props = Omit<FormParts, "notSent"> & {
  /** Closes the dialog; what is filled in may be asked for again. */
  readonly close: (left: Kept) => void;
  /** Presses a button that stands in the form; it answers in place of the form. */
  readonly press: (action: Action) => Promise<void>;
};

export const FormDialog = ({ close, press, ...parts }: Props): JSX.Element => {
  const page = usePage();
  const filled = useForm({ ...parts, notSent: playgroundMessages(page.t.language).notSent });
  const { form, values, mistakes, refused, busy } = filled;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => showMistake(element.current), [refused]);
  const leave = (): void => close(filled.left());
  const pressHere = async (action: Action): Promise<void> => {
    leave();
    await press(action);
  };
  return (
    <Modal label={form.title} close={leave}>
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void filled.submit();
        }}
      >
        <h2 class="dialog-head">{form.title}</h2>
        <div class="dialog-body">
          {form.intro.length > 0 && (
            <div class="intro">
              <pageContext.Provider value={{ ...page, heading: "h3", press: pressHere }}>
                {form.intro.map((block, index) => (
                  <BlockView key={index} block={block} spot={nowhere} />
                ))}
              </pageContext.Provider>
            </div>
          )}
          {mistakes.form !== undefined && (
            <p class="mistake" role="alert" tabIndex={-1}>
              {mistakes.form}
            </p>
          )}
          <FieldsView form={form} values={values} mistakes={mistakes} change={filled.change} />
          <div class="outro" aria-live="polite">
            {form.outro?.map((block, index) => (
              <BlockView key={index} block={block} spot={nowhere} />
            ))}
          </div>
        </div>
        <div class="dialog-buttons">
          {form.steps?.map((step) => (
            <button key={step.id} type="button" class="button" onClick={() => filled.step(step.id)}>
              {step.label}
            </button>
          ))}
          <button type="button" class="button" onClick={leave}>
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

/** Brings the first mistake into sight, unfolds what it stands in, and gives it the focus. */
const showMistake = (form: HTMLFormElement | null): void => {
  const found = form?.querySelector<HTMLElement>("[aria-invalid=true], .dialog-body > .mistake");
  if (found === null || found === undefined) return;
  for (let fold = found.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  found.focus({ preventScroll: true });
  (found.closest(".field") ?? found).scrollIntoView({ block: "center" });
};
