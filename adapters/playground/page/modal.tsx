/**
 * A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus
 * back.
 */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

type Props = { readonly label: string; readonly close: () => void; readonly children: ComponentChildren };

/** What one goes on with: the first field, where there is one. */
const firstInside = [".field :is(input, textarea, select):not([type=radio]:not(:checked))", ".field input", ".button"];

export const Modal = ({ label, close, children }: Props): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The box that scrolls would take the focus otherwise.
    firstInside
      .flatMap((what) => [...(dialog.current?.querySelectorAll<HTMLElement>(what) ?? [])])
      // What is folded takes no focus.
      .find((element) => element.checkVisibility())
      ?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} onClose={close}>
      {children}
    </dialog>
  );
};
