/**
 * Draws what one person is answered: a card in the place of the one they pressed, for them alone,
 * or a message.
 */
import type { Button, Card } from "../../src/cards/card.ts";
import type { Ids } from "../../src/clock.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import type { CardSource } from "./card-data.ts";
import type { Conversation } from "./conversations.ts";
import { type AdaptiveCard, drawCard, drawQuestion } from "./draw/draw-card.ts";
import { type DrawnForm, drawForm } from "./draw/draw-form.ts";
import { makeNamed, peopleIn } from "./mentions.ts";
import { teamsMessages } from "./messages/speak.ts";
import type { People } from "./people.ts";

export type Drawn = AdaptiveCard | DrawnForm;

/** Whether there is something to fill in that would be lost. */
export const isForm = ({ body }: Drawn): boolean =>
  body.some((element) => element.type.startsWith("Input.") && !("id" in element && element.id === "chosen"));

export type Shown = {
  readonly reply: Exclude<Reply, { type: "done" | "mistakes" }>;
  readonly source: CardSource;
  readonly page?: number | undefined;
  readonly back?: CardSource | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly mistakes?: Readonly<Record<string, string>> | undefined;
};

type AnswerParts = { readonly people: People; readonly ids: Ids };

export type Answerer = {
  readonly draw: (origin: Origin, where: Conversation, shown: Shown) => Promise<Drawn>;
  readonly drawQuestion: (
    origin: Origin,
    button: Button & { readonly confirm: NonNullable<Button["confirm"]> },
    back: CardSource,
  ) => Drawn;
};

/** `where` is the conversation that the answer is about. */
export const makeAnswerer = ({ people, ids }: AnswerParts): Answerer => {
  /** What one person is answered calls nobody. */
  const namedIn = (workspace: string, part: unknown, someone: string) =>
    makeNamed(peopleIn(part), (person) => people.nameOf(workspace, person), someone, 0);
  /** Where Teams does not say who is there, people can still name themselves. */
  const listPeople = async ({ workspace, person }: Origin, where: Conversation, someone: string) => {
    const listed = await people.listNamed(where);
    return listed.length > 0 ? listed : [{ id: person, name: people.nameOf(workspace, person) ?? someone }];
  };
  return {
    draw: async (origin, where, { reply, source, page, back, values, mistakes }) => {
      const t = translatorFor(origin.language);
      if (reply.type === "form") {
        const { form } = reply;
        const asks = form.fields.some(({ type }) => type === "person" || type === "people");
        return drawForm(form, {
          t,
          named: namedIn(origin.workspace, form, teamsMessages(t.language).someone),
          back: back ?? { do: "show" },
          people: asks ? await listPeople(origin, where, teamsMessages(t.language).someone) : [],
          values,
          mistakes,
        });
      }
      const card: Card = reply.type === "card" ? reply.card : { title: reply.text, blocks: [] };
      await people.learnNames(where, peopleIn(card));
      return drawCard(card, {
        t: translatorFor(card.language ?? origin.language),
        named: namedIn(origin.workspace, card, teamsMessages(t.language).someone),
        nonce: ids.next(),
        source,
        page,
        back,
      });
    },
    drawQuestion: (origin, button, back) => {
      const t = translatorFor(origin.language);
      const named = namedIn(origin.workspace, button, teamsMessages(t.language).someone);
      return drawQuestion(button, { t, named, nonce: ids.next(), source: back });
    },
  };
};
