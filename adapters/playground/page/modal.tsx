/**
 * A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus
 * back.
 */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

type Props = { readonly label: string; readonly close: () => void; readonly children: ComponentChildren };

export const Modal = ({ label, close, children }: Props): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} onClose={close}>
      {children}
    </dialog>
  );
};
