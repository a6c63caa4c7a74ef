/**
 * Who is given a part when a session starts: whether these are people who can take it, and whether
 * what was asked of them goes together.
 */
import { plainText } from "../cards/plain.ts";
import type { StartOptions } from "../commands/option-values.ts";
import type { Member } from "../platform.ts";
import type { Refusal } from "../session/refusal.ts";
import { expectedOf, type Roles } from "../session/roles.ts";
import { groupMin } from "../session/visibility.ts";
import type { Context } from "./context.ts";
import { inTime } from "./in-time.ts";
import type { Origin, Reply } from "./request.ts";

type Given = Pick<StartOptions, "invited" | "endWhenAll" | "observing" | "decider" | "anonymous" | "quorum">;

/** Whoever starts it may lead without responding. */
export const rolesOf = (
  { invited, observing, decider }: Pick<Given, "invited" | "observing" | "decider">,
  starter: string,
): Roles => ({
  invited,
  decider,
  observers: observing ? [starter] : [],
});

/** What doesn't go together, or who can't be asked; undefined where nothing is wrong. */
export const refusalOfRoles = async (context: Context, origin: Origin, given: Given): Promise<Refusal | undefined> => {
  const expected = expectedOf({ roles: rolesOf(given, origin.person) });
  if (expected.length === 0 && (given.endWhenAll || given.invited.length > 0)) return { code: "nobody-asked" };
  // A single one's response is theirs whatever it is called.
  if (given.anonymous && expected.length > 0 && expected.length < groupMin)
    return { code: "too-few-asked", least: groupMin };
  if (expected.length > 0 && (given.quorum ?? 0) > expected.length)
    return { code: "quorum-beyond-asked", asked: expected.length };
  const named = [...given.invited, ...(given.decider === null ? [] : [given.decider])];
  return named.length === 0 ? undefined : refusalOfStrangers(context, origin, named);
};

/** A command is answered within three seconds; who is there is known by then, or not asked. */
const membersMsMax = 1_200;

/** Whom the channel doesn't have, they would not see what they are asked. */
const refusalOfStrangers = async (
  { platformOf }: Context,
  { workspace, channel }: Origin,
  people: readonly string[],
): Promise<Refusal | undefined> => {
  const platform = platformOf(workspace);
  const asked: Promise<readonly Member[] | undefined> = platform
    .listMembers({ workspace, channel })
    .catch(() => undefined);
  const members = await inTime(asked, membersMsMax, () => undefined);
  if (members === undefined) return undefined;
  const strangers = people.filter((one) => !members.some(({ person }) => person === one));
  if (strangers.length === 0) return undefined;
  const names = await platform.namesOf({ workspace, channel, people: strangers });
  return { code: "not-here", names: strangers.map((one) => names[one] ?? one) };
};

const fieldOf: Readonly<Partial<Record<string, string>>> = {
  "nobody-asked": "invited",
  "not-here": "invited",
  "too-few-asked": "invited",
  "quorum-beyond-asked": "quorum",
};

/** A refusal of somebody's part, as a mistake at the field of the form that asks for it. */
export const atItsField = (reply: Reply): Reply => {
  const field = reply.type === "refused" ? fieldOf[reply.code ?? ""] : undefined;
  return reply.type !== "refused" || field === undefined
    ? reply
    : { type: "mistakes", mistakes: { [field]: plainText(reply.text) } };
};
