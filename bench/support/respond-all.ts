/** Everyone's responses to one session, within this process. */
import { type Clock, randomIds } from "../../src/clock.ts";
import type { World } from "../../testkit/world.ts";
import { answerOf } from "./session.ts";

const atOnce = 50;

/**
 * Everyone responds at once, fifty at a time. Throws when one is refused, or anything else went
 * wrong.
 */
export const respondAll = async (
  { workshop, origin, faults }: World<Clock>,
  session: string,
  people: readonly string[],
): Promise<void> => {
  const turns = people.values();
  const respondOn = async (): Promise<void> => {
    for (const person of turns) {
      const token = { type: "respond", nonce: randomIds.next(), session, round: 1, seen: 0 };
      const reply = await workshop.submit(origin(person), token, answerOf(person));
      if (reply.type !== "card" || faults.length > 0) throw new Error(JSON.stringify([reply, ...faults.map(String)]));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, respondOn));
};
