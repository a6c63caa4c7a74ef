/** What this viewer alone was told, where they asked for it. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { playgroundMessages } from "../messages/speak.ts";
import { CardView } from "./draw-card.tsx";
import { TextView } from "./draw-text.tsx";
import { usePage } from "./page-context.ts";
import { stillOpen } from "./still-open.ts";
import type { Told } from "./use-told.ts";

type Props = { readonly told: Told; readonly dismiss: (id: number) => void };

/** What the list scrolls to when it has come. */
export const sightOf = ({ id }: Told): string => `told ${id}`;

export const ToldView = ({ told, dismiss }: Props): JSX.Element => {
  const { id, reply, spot } = told;
  const { t, room } = usePage();
  const page = playgroundMessages(t.language);
  const element = useRef<HTMLDivElement>(null);
  // The button that led here may be gone by now.
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={element}
      class={`told told-${reply.type}`}
      role={reply.type === "refused" ? "alert" : "status"}
      tabIndex={-1}
      data-sight={sightOf(told)}
    >
      <p class="only-you">
        {page.onlyYou}
        <button type="button" class="quiet" onClick={() => dismiss(id)}>
          {page.dismiss}
        </button>
      </p>
      {reply.type === "card" && <CardView card={stillOpen(reply.card, room)} spot={spot} />}
      {reply.type === "refused" && (
        <p>
          <TextView text={reply.text} />
        </p>
      )}
    </div>
  );
};
