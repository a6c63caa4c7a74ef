/** What stands where nothing has happened yet, and what marks the example as one. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { playgroundMessages } from "../messages/speak.ts";
import type { ShowRequest } from "../protocol.ts";
import { usePage } from "./page-context.ts";

const spot = { thread: null, message: null };

export const EmptyChannel = (): JSX.Element => {
  const { t, press } = usePage();
  const say = playgroundMessages(t.language);
  const { commands } = t.messages;
  return (
    <div class="empty">
      <img src="/logo.svg" alt="" />
      <h3>{say.emptyTitle}</h3>
      <p>{say.emptyText}</p>
      <div class="first-steps">
        <button
          type="button"
          class="button primary"
          onClick={() => void press({ type: "ask-set-up", setup: "ask" }, spot)}
        >
          {commands.ask}
        </button>
        <button type="button" class="button" onClick={() => void press({ type: "ask-start" }, spot)}>
          {say.tryScenario}
        </button>
        <ShowButton what="example" label={say.seeReveal} />
        <ShowButton what="demo" label={say.tryAlone} />
      </div>
    </div>
  );
};

export const ExampleBanner = (): JSX.Element => {
  const say = playgroundMessages(usePage().t.language);
  return (
    <div class="example-banner">
      <p>{say.exampleIs}</p>
      <ShowButton what="no-example" label={say.removeExample} />
    </div>
  );
};

const ShowButton = ({ what, label }: Pick<ShowRequest, "what"> & { readonly label: string }): JSX.Element => {
  const { show } = usePage();
  const [busy, setBusy] = useState(false);
  const act = (): void => {
    setBusy(true);
    void show(what).finally(() => setBusy(false));
  };
  return (
    <button type="button" class="button" disabled={busy} aria-busy={busy} onClick={act}>
      {label}
    </button>
  );
};
