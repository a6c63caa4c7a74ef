/**
 * A platform that is slow, lost or rude at times, and that counts what really came to stand in its
 * channels.
 */
import type { Platform, Sent } from "../../src/platform.ts";
import type { Chance } from "../../testkit/chance.ts";
import { type FakePlatform, fakePlatform } from "../../testkit/fake-platform.ts";

export type MoodyPlatform = {
  readonly platform: Platform;
  readonly fake: FakePlatform;
  /** How often each message, by its key, was really created. */
  readonly posts: ReadonlyMap<string, number>;
};

export const moodyPlatform = (chance: Chance): MoodyPlatform => {
  const fake = fakePlatform();
  const posts = new Map<string, number>();
  const post: Platform["post"] = async (destination, card, key) => {
    const mood = chance.below(100);
    if (mood < 3) return { type: "later", waitMs: 1000 * (1 + chance.below(60)) };
    if (mood === 3) throw new Error("The connection broke before anything was sent");
    posts.set(key, (posts.get(key) ?? 0) + 1);
    const sent = await fake.post(destination, card, key);
    if (mood === 4) throw new Error("The connection broke behind the message");
    return mood === 5 ? { type: "uncertain" } : sent;
  };
  const update: Platform["update"] = async (destination, message, card): Promise<Sent> => {
    if (chance.next() < 0.03) throw new Error("The connection broke");
    return fake.update(destination, message, card);
  };
  return { platform: { ...fake, post, update }, fake, posts };
};
