/** The channels, the people to speak as, and how the page speaks and looks. */

import type { JSX } from "preact";
import { isLanguage, languageCodes, languages } from "../../../src/i18n/languages.ts";
import { playgroundMessages } from "../messages/speak.ts";
import type { Room } from "../protocol.ts";
import { Avatar } from "./avatar.tsx";
import { usePage } from "./page-context.ts";
import { UnreadMark } from "./unread-mark.tsx";
import type { Theme, Viewer } from "./viewer.ts";

type Props = {
  readonly room: Room;
  readonly viewer: Viewer;
  readonly change: (change: Partial<Viewer>) => void;
  readonly channel: string;
  readonly openChannel: (channel: string) => void;
  readonly unreadIn: (channel: string) => number;
};

export const Sidebar = ({ room, viewer, change, channel, openChannel, unreadIn }: Props): JSX.Element => {
  const page = playgroundMessages(usePage().t.language);
  const themes: readonly Theme[] = ["system", "light", "dark"];
  return (
    <aside class="sidebar">
      <h1 class="brand">
        <img src="/logo.svg" alt="" />
        {page.product}
      </h1>
      <nav aria-label={page.channels}>
        <h2>{page.channels}</h2>
        {room.channels.map(({ id, name }) => (
          <button key={id} type="button" aria-current={id === channel} onClick={() => openChannel(id)}>
            # {name}
            <UnreadMark count={unreadIn(id)} />
          </button>
        ))}
      </nav>
      <fieldset class="people">
        <legend>{page.speakAs}</legend>
        {room.people.map((person) => (
          <label key={person.id}>
            <input
              type="radio"
              name="person"
              checked={person.id === viewer.person}
              onChange={() => change({ person: person.id })}
            />
            <Avatar person={person} />
            <span>{person.name}</span>
          </label>
        ))}
      </fieldset>
      <div class="preferences">
        <label>
          <span>{page.language}</span>
          <select
            value={viewer.language}
            onChange={({ currentTarget }) => {
              if (isLanguage(currentTarget.value)) change({ language: currentTarget.value });
            }}
          >
            {languageCodes.map((code) => (
              <option key={code} value={code}>
                {languages[code].name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{page.theme}</span>
          <select
            value={viewer.theme}
            onChange={({ currentTarget }) =>
              change({ theme: themes.find((theme) => theme === currentTarget.value) ?? "system" })
            }
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {page.themes[theme]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </aside>
  );
};
