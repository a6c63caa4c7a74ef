/**
 * What Slack tells of people: in which language and zone each is spoken to, unless they chose
 * another language here, what they are to the workspace, and who of a channel may take part. Kept
 * in memory alone.
 */

import type { WebClient } from "@slack/web-api";
import type { Clock } from "../../src/clock.ts";
import { answerInTime } from "../../src/delivery/answer-in-time.ts";
import type { Language } from "../../src/i18n/languages.ts";
import type { Manner } from "../../src/operating/adapter.ts";
import { makeKnownPeople, mannerOf, membersMax, type Spoken, spokenBy } from "../../src/operating/known-people.ts";
import type { Member } from "../../src/platform.ts";
import { present } from "../../src/text/present.ts";
import { type Admission, type Described, type Home, mayTakePart, type Standing, standingOf } from "./standing.ts";

/** A person in a workspace of Slack's. */
export type Whose = { readonly workspace: string; readonly home: Home; readonly person: string };

/** `standing` is undefined where Slack didn't say in time who it is. */
export type Seen = { readonly manner: Manner; readonly standing: Standing | undefined };

export type People = {
  /** How a person is spoken to, and what they are, as of the last ten minutes. */
  readonly find: (client: WebClient, whose: Whose) => Promise<Seen>;
  /**
   * In which language to speak to somebody of whom Slack can't be asked: the one they chose, as far
   * as that is known in time.
   */
  readonly languageOf: (workspace: string | undefined, person: string | undefined) => Promise<Language>;
  /** Forgets what a person chose, since they chose anew. */
  readonly forget: (workspace: string, person: string) => void;
  /**
   * The people of a channel who may take part, without bots; undefined where there are too many to
   * speak with each alone. Throws what Slack or the network answers; what was told by then is kept
   * for the next try.
   */
  readonly listMembers: (client: WebClient, where: Channel) => Promise<readonly Member[] | undefined>;
  /**
   * Whether somebody administers the workspace itself; in a shared channel there are those of
   * others. Always asked of Slack.
   */
  readonly isAdmin: (
    client: WebClient,
    who: { readonly workspace: string; readonly person: string },
  ) => Promise<boolean>;
};

type Channel = { readonly workspace: string; readonly channel: string };

type Known = {
  readonly spoken: Spoken;
  readonly described: Described;
  /** Neither a bot nor gone. */
  readonly isSomebody: boolean;
  readonly isAdmin: boolean;
  /** When Slack said so, in UTC milliseconds. */
  readonly at: number;
};

/** A trigger lives three seconds; a slow answer about a person must not cost it. */
const askMsMax = 800;
/** The database answers in a few milliseconds, or makes the person wait once more for the rest. */
const askStoreMsMax = 400;
/** A guest becomes a member, and a member a guest, without a word to the app. */
const standingMsMax = 10 * 60_000;
/** Who is reminded once a round may be a day old. */
const memberMsMax = 24 * 3_600_000;
/** One page of the workspace tells of most people at once where more than these are unknown. */
const askedAloneMax = 10;
const pageSize = 1_000;

export type PeopleParts = {
  /** The language a person chose here; undefined when they have not. */
  readonly chosenBy: (workspace: string, person: string) => Promise<Language | undefined>;
  readonly clock: Clock;
  readonly fallback: Manner;
  readonly admission: Admission;
};

export const makePeople = ({ chosenBy, clock, fallback, admission }: PeopleParts): People => {
  const kept = makeKnownPeople<Known>();
  const choices = makeKnownPeople<{ readonly language: Language | undefined }>(standingMsMax);
  const keep = (workspace: string, person: string, user: SlackUser): Known => {
    const known = { ...readUser(user), at: clock.now() };
    kept.set(workspace, person, known);
    return known;
  };
  const recall = (workspace: string, person: string, msMax: number): Known | undefined => {
    const known = kept.get(workspace, person);
    const age = clock.now() - (known?.at ?? 0);
    return age >= 0 && age <= msMax ? known : undefined;
  };
  const ask = async (client: WebClient, workspace: string, person: string): Promise<Known | undefined> => {
    const { user } = await client.users.info({ user: person, include_locale: true });
    return user && keep(workspace, person, user);
  };
  const askMany = async (client: WebClient, workspace: string): Promise<void> => {
    const { members } = await client.users.list({ limit: pageSize, include_locale: true });
    for (const user of members ?? []) if (user.id !== undefined) keep(workspace, user.id, user);
  };
  const choiceOf = async (workspace: string, person: string): Promise<Language | undefined> => {
    const known = choices.get(workspace, person);
    if (known !== undefined) return known.language;
    const asked = chosenBy(workspace, person).then((language) => ({ language }));
    // The database may be as slow as Slack, or away: whatever is asked of it then says so.
    const told = await answerInTime(askStoreMsMax, asked);
    if (told !== undefined) choices.set(workspace, person, told);
    return told?.language;
  };
  return {
    languageOf: async (workspace, person) => {
      if (workspace === undefined || person === undefined) return fallback.language;
      return (await choiceOf(workspace, person)) ?? fallback.language;
    },
    find: async (client, { workspace, home, person }) => {
      const recalled = recall(workspace, person, standingMsMax);
      const [language, known] = await Promise.all([
        choiceOf(workspace, person),
        recalled ?? answerInTime(askMsMax, ask(client, workspace, person)),
      ]);
      const manner = mannerOf(known?.spoken, fallback);
      return {
        manner: language === undefined ? manner : { ...manner, language },
        standing: known && standingOf(known.described, home),
      };
    },
    forget: choices.forget,
    listMembers: async (client, { workspace, channel }) => {
      const found = await client.conversations.members({ channel, limit: membersMax });
      if ((found.response_metadata?.next_cursor ?? "") !== "") return undefined;
      const { self, home } = await askOwn(client);
      const ids = (found.members ?? []).filter((id) => id !== self);
      const unknown = ids.filter((id) => recall(workspace, id, memberMsMax) === undefined);
      // Where Slack doesn't list them, as for the token of an organisation, each is asked about.
      if (unknown.length > askedAloneMax) await askMany(client, workspace).catch(() => undefined);
      const members: Member[] = [];
      for (const person of ids) {
        const known = recall(workspace, person, memberMsMax) ?? (await ask(client, workspace, person));
        if (known === undefined || !known.isSomebody) continue;
        if (!mayTakePart(admission, standingOf(known.described, home))) continue;
        const { zone } = known.spoken;
        members.push({ person, ...present({ zone }) });
      }
      return members;
    },
    isAdmin: async (client, { workspace, person }) => {
      const known = await ask(client, workspace, person);
      return known?.isAdmin === true && standingOf(known.described, (await askOwn(client)).home) === "member";
    },
  };
};

type SlackUser = NonNullable<Awaited<ReturnType<WebClient["users"]["info"]>>["user"]>;

const readUser = (user: SlackUser) => ({
  spoken: spokenBy({ locale: user.locale, zone: user.tz }),
  described: {
    team_id: user.team_id,
    is_stranger: user.is_stranger,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
    enterprise_user: { enterprise_id: user.enterprise_user?.enterprise_id },
  },
  isSomebody: user.is_bot !== true && user.deleted !== true,
  isAdmin: user.is_admin === true,
});

const askOwn = async (client: WebClient): Promise<{ readonly self: string | undefined; readonly home: Home }> => {
  const own = await client.auth.test();
  return { self: own.user_id, home: { team: own.team_id, enterprise: own.enterprise_id } };
};

/** So many people are asked about at once. */
const askedAtOnce = 10;

/** What people are called here; whom Slack doesn't tell of is left out. */
export const namesOf = async (
  client: WebClient,
  people: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const names: Record<string, string> = {};
  for (let from = 0; from < people.length; from += askedAtOnce)
    await Promise.all(
      people.slice(from, from + askedAtOnce).map(async (person) => {
        const told = await client.users.info({ user: person }).catch(() => undefined);
        const name = told?.user?.profile?.display_name || told?.user?.real_name || told?.user?.name;
        if (name !== undefined && name !== "") names[person] = name;
      }),
    );
  return names;
};
