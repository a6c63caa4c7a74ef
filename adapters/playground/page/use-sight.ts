/**
 * Where a list of messages scrolls by itself: what came last is read from its top, and nobody who
 * reads something older is torn away from it, unless they did what it answers.
 */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Message } from "../protocol.ts";

/** So near the end somebody follows what comes, in pixels. */
const nearEnd = 80;
/** Room above what is brought into sight, in pixels. */
const above = 8;

type Watched = {
  /** What came last, and everything that is there: a told answer, or a message that all see. */
  readonly newest: string | undefined;
  /** Where it is opened, if not at the newest. */
  readonly openAt: string | undefined;
  readonly messages: readonly Message[];
  /** Opens from the top: nothing that came later has to be caught up with. */
  readonly fromTop: boolean;
  /** Another number after each thing the viewer did here. */
  readonly done: number;
};

/** Elements carry `data-sight` with what `newest` names. Answers what to do as the list scrolls. */
export const useSight = (
  list: RefObject<HTMLElement | null>,
  { newest, openAt, messages, fromTop, done }: Watched,
): (() => void) => {
  const atEnd = useRef(!fromTop);
  const following = useRef(0);
  const opened = useRef(messages);
  const isOpened = useRef(false);
  const bring = (): void => {
    const element = list.current;
    const name = isOpened.current ? newest : (openAt ?? newest);
    isOpened.current = true;
    const last = [...(element?.querySelectorAll<HTMLElement>("[data-sight]") ?? [])].find(
      ({ dataset }) => dataset.sight === name,
    );
    if (element !== null && last !== undefined) scrollTo(element, last);
  };
  useLayoutEffect(() => {
    if (!atEnd.current && following.current === done) return;
    following.current = done;
    bring();
  }, [newest]);
  // What is drawn anew grows or shrinks: who follows still does.
  useLayoutEffect(() => {
    if (atEnd.current && isOpened.current && messages !== opened.current) bring();
  }, [messages]);
  return () => {
    const element = list.current;
    if (element !== null) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  };
};

/** As little as shows it and all behind it; where that is too much, its beginning. */
const scrollTo = (list: HTMLElement, last: HTMLElement): void => {
  const top = last.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop - above;
  const end = list.scrollHeight - list.clientHeight;
  const bottom = top + last.offsetHeight + 2 * above;
  const isBesideOlder = last.classList.contains("told") && bottom < list.scrollHeight - nearEnd;
  if (!isBesideOlder) list.scrollTop = Math.min(end, top);
  else if (top < list.scrollTop || bottom - top > list.clientHeight) list.scrollTop = top;
  else list.scrollTop = Math.max(list.scrollTop, bottom - list.clientHeight);
};
