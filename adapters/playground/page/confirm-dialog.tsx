/** Asks before a step that can't be taken back. */
import type { JSX } from "preact";
import type { Button } from "../../../src/cards/card.ts";
import { Modal } from "./modal.tsx";

type Props = {
  readonly confirm: NonNullable<Button["confirm"]>;
  readonly yes: () => void;
  readonly no: () => void;
};

export const ConfirmDialog = ({ confirm, yes, no }: Props): JSX.Element => (
  <Modal label={confirm.question} close={no}>
    <div class="dialog-body">
      <p>{confirm.question}</p>
    </div>
    <div class="dialog-buttons">
      <button type="button" class="button" onClick={no}>
        {confirm.no}
      </button>
      <button type="button" class="button primary" onClick={yes}>
        {confirm.yes}
      </button>
    </div>
  </Modal>
);
