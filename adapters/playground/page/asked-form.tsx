/** The dialog of the form that a conversation has come to. */
import type { JSX } from "preact";
import * as api from "./api.ts";
import { FormDialog } from "./draw-form.tsx";
import type { Asked, Conversation } from "./use-conversation.ts";

type Props = { readonly asked: Asked; readonly conversation: Conversation };

export const AskedForm = ({ asked: { form, spot }, conversation }: Props): JSX.Element => {
  const { drafts, speaker, press, close } = conversation;
  const { token } = form;
  return (
    <FormDialog
      form={form}
      kept={drafts.of(token)}
      send={(values) => api.submit(speaker(spot), token, values)}
      redraw={(values, pressed) => api.redraw(speaker(spot), token, values, pressed)}
      done={(reply) => {
        drafts.drop(token);
        close(reply);
      }}
      close={(left) => {
        drafts.keep(token, left);
        close();
      }}
      press={(action) => press(action, spot)}
    />
  );
};
