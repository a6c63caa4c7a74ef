/**
 * A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus
 * back.
 */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

type Props = { readonly label: string; readonly close: () => void; readonly children: ComponentChildren };

/** What one goes on with: the field that comes first, what is chosen already before it. */
const firstInside = "input:not([type=radio]), input:checked, textarea, select, .option input, .button";

export const Modal = ({ label, close, children }: Props): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The box that scrolls would take the focus otherwise.
    dialog.current?.querySelector<HTMLElement>(firstInside)?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} onClose={close}>
      {children}
    </dialog>
  );
};
