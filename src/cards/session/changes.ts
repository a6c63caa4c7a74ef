/** What was changed in a question since it was asked, on its cards and as told to one person. */
import type { Translator } from "../../i18n/translator.ts";
import type { Session, Trace } from "../../session/session.ts";
import { plain, type Text, time, words } from "../../text/text.ts";
import type { Block, Card } from "../card.ts";
import { nameOf } from "../name-of.ts";

/** The last ones; a longer list nobody reads. */
const shownMax = 10;

/** The old words, with the time; nothing where nothing has changed in sight of anybody. */
export const changesOf = ({ changes: { traces } }: Session, t: Translator): readonly Block[] => {
  if (traces.length === 0) return [];
  const earlier = traces.length - shownMax;
  const items = [
    ...traces.slice(-shownMax).map((trace) => textOf(trace, t)),
    ...(earlier > 0 ? [words(t.messages.session.mending.earlier({ count: earlier }))] : []),
  ];
  return items.map((text) => ({ type: "note", text }));
};

const textOf = (trace: Trace, t: Translator): Text => {
  const say = t.messages.session.mending;
  switch (trace.type) {
    case "reworded":
      return [plain(say.reworded(trace)), time(trace.at)];
    case "added": {
      const { label: option, by, at } = trace;
      if (by === null || at === null) return words(say.added({ option, named: false }));
      return [plain(say.added({ option, named: true })), nameOf(by, t), plain(" · "), time(at)];
    }
    default:
      return trace satisfies never;
  }
};

/** Told to one who had responded: what is different, and that they may change what they said. */
export const drawNews = (session: Session, edition: number, title: Text, t: Translator): Card => {
  const say = t.messages.session.mending;
  const traces = session.changes.traces.filter((trace) => trace.edition === edition);
  return {
    title: words(say.newsTitle),
    blocks: [
      { type: "paragraph", text: title },
      { type: "list", ordered: false, items: traces.map((trace) => textOf(trace, t)) },
      { type: "note", text: words(say.news) },
    ],
  };
};
