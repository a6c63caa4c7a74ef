/**
 * Keeps the values used last in memory, up to a number: when it is full the one unused for longest
 * goes, and no other but what is older than it may be.
 */
import { LRUCache } from "lru-cache";

export type Recent<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  readonly clear: () => void;
};

/** `ms`: so long a value is kept at most; for as long as there is room without it. */
export const makeRecent = <Value extends NonNullable<unknown>>(max: number, ms = 0): Recent<Value> => {
  const kept = new LRUCache<string, Value>({ max, ttl: ms });
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
    },
    delete: (key) => {
      kept.delete(key);
    },
    clear: () => kept.clear(),
  };
};
