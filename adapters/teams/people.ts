/**
 * What Teams tells of people: names, for the mentions on cards, language and zone. People are known
 * by the id that their activities carry (`29:…`), since it is the one that also stands in mentions,
 * rosters and refresh lists, and by which a personal chat is opened; it stays the same for a bot in
 * all conversations. Kept in memory alone.
 */

import { z } from "zod";
import { answerInTime } from "../../src/delivery/answer-in-time.ts";
import type { Manner } from "../../src/operating/adapter.ts";
import { makeKnownPeople, mannerOf, membersMax, type Spoken, spokenBy } from "../../src/operating/known-people.ts";
import type { Member } from "../../src/platform.ts";
import { present } from "../../src/text/present.ts";
import type { Called, Connector } from "./connector.ts";
import type { Conversation } from "./conversations.ts";
import type { Person } from "./draw/draw-form.ts";
import type { Pauses } from "./pauses.ts";

/** What an activity says of the person who sent it. */
export type Seen = {
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
};

export type People = {
  /** Remembers what an activity says, and answers how the person is spoken to. */
  readonly see: (workspace: string, person: string, seen: Seen) => Manner;
  readonly nameOf: (workspace: string, person: string) => string | undefined;
  /**
   * Asks Teams for those names that are not known; a name that can't be learnt in time stays
   * unknown.
   */
  readonly learnNames: (where: Conversation, people: readonly string[]) => Promise<void>;
  /**
   * The first people of a conversation, for a list to choose from; those known of it where Teams
   * does not answer in time.
   */
  readonly listNamed: (where: Conversation) => Promise<readonly Person[]>;
  /** Whether somebody is in a conversation now. Throws when Teams could not be asked. */
  readonly isMember: (where: Conversation, person: string) => Promise<boolean>;
  /**
   * The people of a conversation, without bots; undefined where there are too many to speak with
   * each alone. Throws when Teams could not be asked.
   */
  readonly listMembers: (where: Conversation) => Promise<readonly Member[] | undefined>;
};

const pageSize = 200;
/** An invoke must be answered within five seconds. */
const askMsMax = 1_500;
const askedAloneMax = 5;

type Known = Spoken & { readonly name?: string | undefined };

const member = z.object({ id: z.string(), name: z.string().optional(), userRole: z.string().optional() });
const roster = z.object({ members: z.array(z.unknown()), continuationToken: z.string().nullish() });

export type PeopleParts = {
  readonly connector: Connector;
  /** Its own: what is asked about people neither waits for messages nor holds them up. */
  readonly pauses: Pauses;
  readonly fallback: Manner;
};

export const makePeople = ({ connector, pauses, fallback }: PeopleParts): People => {
  const kept = makeKnownPeople<Known>();
  const nameOf: People["nameOf"] = (workspace, person) => kept.get(workspace, person)?.name;
  const keep = (workspace: string, person: string, told: Known): Known => {
    const known = { ...kept.get(workspace, person), ...told };
    kept.set(workspace, person, known);
    return known;
  };
  /** Asks nothing while Teams has asked to wait. */
  const ask = async ({ serviceUrl, id }: Conversation, what: string): Promise<Called | { readonly type: "paused" }> => {
    if (pauses.left(id) > 0) return { type: "paused" };
    const called = await connector.call({
      serviceUrl,
      method: "GET",
      path: `conversations/${encodeURIComponent(id)}/${what}`,
    });
    if (called.type === "refused" && called.status === 429) pauses.pause(id, called.waitMs);
    if (called.type === "done") pauses.succeeded(id);
    return called;
  };
  const listAll = async (
    where: Conversation,
  ): Promise<{ readonly people: readonly Person[]; readonly more: boolean }> => {
    const { workspace, bot } = where;
    const called = await ask(where, `pagedmembers?pageSize=${pageSize}`);
    const page = called.type === "done" ? roster.safeParse(called.body).data : undefined;
    if (page === undefined) throw new Error(`Teams did not say who is in a conversation (${called.type})`);
    const people = page.members.flatMap((one): Person[] => {
      const found = member.safeParse(one).data;
      if (found === undefined || found.id === bot || found.userRole === "bot") return [];
      const { name } = found;
      if (name !== undefined && name !== "") keep(workspace, found.id, { name });
      return [{ id: found.id, name: name ?? found.id }];
    });
    return { people, more: (page.continuationToken ?? "") !== "" };
  };
  const learnName = async (where: Conversation, person: string): Promise<void> => {
    const called = await ask(where, `members/${encodeURIComponent(person)}`);
    const name = called.type === "done" ? member.safeParse(called.body).data?.name : undefined;
    if (name !== undefined && name !== "") keep(where.workspace, person, { name });
  };
  return {
    nameOf,
    see: (workspace, person, { name, locale, zone }) => {
      // Checked once, not with every activity.
      const isNew = kept.get(workspace, person)?.zone !== zone;
      const spoken = spokenBy({ locale, ...(isNew ? { zone } : {}) });
      return mannerOf(keep(workspace, person, { ...(name ? { name } : {}), ...spoken }), fallback);
    },
    learnNames: async (where, people) => {
      const unknown = () => people.filter((person) => nameOf(where.workspace, person) === undefined);
      // One page of the roster names most of a conversation at once.
      if (unknown().length > askedAloneMax) await answerInTime(askMsMax, listAll(where));
      const left = unknown().slice(0, askedAloneMax);
      await answerInTime(askMsMax, Promise.all(left.map((person) => learnName(where, person))));
    },
    listNamed: async (where) => {
      const listed = await answerInTime(askMsMax, listAll(where));
      return listed?.people ?? [];
    },
    isMember: async (where, person) => {
      if (where.kind === "personal") return where.person === person;
      const called = await ask(where, `members/${encodeURIComponent(person)}`);
      if (called.type === "done") return true;
      if (called.type === "refused" && [403, 404].includes(called.status)) return false;
      throw new Error(`Teams did not say whether somebody is in a conversation (${called.type})`);
    },
    listMembers: async (where) => {
      const { people, more } = await listAll(where);
      if (more || people.length > membersMax) return undefined;
      return people.map(({ id }) => {
        const zone = kept.get(where.workspace, id)?.zone;
        return { person: id, ...present({ zone }) };
      });
    },
  };
};
