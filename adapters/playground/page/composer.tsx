/**
 * Where one types: Enter sends, commands complete while typing, and what could not be sent stays.
 */

import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Completion } from "../../../src/commands/completion.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

type Props = {
  readonly placeholder: string;
  /** Rejects when nothing was sent. */
  readonly send: (text: string, intent: string) => Promise<void>;
  readonly complete: (text: string, signal: AbortSignal) => Promise<readonly Completion[]>;
};

export const Composer = ({ placeholder, send, complete }: Props): JSX.Element => {
  const { t } = usePage();
  const list = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const intent = useRef(crypto.randomUUID());
  const [text, setText] = useState("");
  const [failed, setFailed] = useState(false);
  const { completions, chosen, choose, clear } = useCompletions(text, complete);

  const type = (typed: string): void => {
    setText(typed);
    intent.current = crypto.randomUUID();
  };
  const accept = (completion: Completion): void => {
    clear();
    type(completion.insert);
    input.current?.focus();
  };
  const submit = async (): Promise<void> => {
    if (text.trim() === "") return;
    clear();
    try {
      await send(text, intent.current);
      setFailed(false);
      type("");
    } catch {
      setFailed(true);
    }
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter that ends the composing of a Korean syllable must not send.
    if (event.isComposing) return;
    const picked = completions[chosen];
    if (completions.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp"))
      choose(event.key === "ArrowDown" ? 1 : -1);
    else if (completions.length > 0 && event.key === "Escape") clear();
    else if (event.key === "Tab" && !event.shiftKey && completions.length > 0)
      accept(picked ?? completions[0] ?? { insert: text, label: "", detail: "" });
    else if (event.key === "Enter" && !event.shiftKey) picked === undefined ? void submit() : accept(picked);
    else return;
    event.preventDefault();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {completions.length > 0 && (
        <div class="completions" role="listbox" id={list} aria-label={playgroundMessages(t.language).completions}>
          {completions.map((completion, index) => (
            <div
              key={completion.label}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                accept(completion);
              }}
            >
              <code>{completion.label}</code> <span>{completion.detail}</span>
            </div>
          ))}
        </div>
      )}
      {failed && (
        <p class="mistake" role="alert">
          {playgroundMessages(t.language).notSent}
        </p>
      )}
      <textarea
        ref={input}
        rows={1}
        aria-label={placeholder}
        aria-autocomplete="list"
        aria-controls={completions.length === 0 ? undefined : list}
        aria-activedescendant={chosen < 0 ? undefined : `${list}-${chosen}`}
        placeholder={placeholder}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="button primary" disabled={text.trim() === ""}>
        {playgroundMessages(t.language).send}
      </button>
    </form>
  );
};

type Completing = {
  readonly completions: readonly Completion[];
  /** The highlighted one, or −1. */
  readonly chosen: number;
  readonly choose: (step: number) => void;
  readonly clear: () => void;
};

const useCompletions = (text: string, complete: Props["complete"]): Completing => {
  const [answered, setCompletions] = useState<readonly Completion[]>([]);
  // An answer to an earlier text may still stand here: only what goes on from the present one can
  // be picked.
  const completions = answered.filter(({ insert }) => insert.toLowerCase().startsWith(text.toLowerCase()));
  const [chosen, setChosen] = useState(-1);
  useEffect(() => {
    setChosen(-1);
    if (!text.startsWith("/")) {
      setCompletions([]);
      return undefined;
    }
    const abort = new AbortController();
    complete(text, abort.signal).then(setCompletions, () => undefined);
    return () => abort.abort();
  }, [text]);
  return {
    completions,
    chosen,
    choose: (step) => setChosen((chosen + step + completions.length) % completions.length),
    clear: () => {
      setCompletions([]);
      setChosen(-1);
    },
  };
};
