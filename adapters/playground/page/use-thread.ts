/** Which thread is open, kept in the address so that a reload finds it again. */
import { useEffect, useState } from "preact/hooks";

const prefix = "#thread=";
const read = (): string | null => (location.hash.startsWith(prefix) ? location.hash.slice(prefix.length) : null);

export const useThread = (): readonly [string | null, (thread: string | null) => void] => {
  const [thread, setThread] = useState(read);
  useEffect(() => {
    const follow = (): void => setThread(read());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return [
    thread,
    (next) => {
      history.replaceState(null, "", next === null ? `${location.pathname}${location.search}` : `${prefix}${next}`);
      setThread(next);
    },
  ];
};
