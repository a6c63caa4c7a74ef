/** The page: who looks at it, and the chat as they may see it. */

import { type JSX, render } from "preact";
import { translatorFor } from "../../../src/i18n/translator.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { Chat } from "./chat.tsx";
import { useRoom } from "./use-room.ts";
import { useViewer } from "./viewer.ts";

const App = (): JSX.Element => {
  const [viewer, change] = useViewer();
  const { room, online } = useRoom(viewer.person);
  const t = translatorFor(viewer.language);
  return (
    <>
      <a class="skip" href="#main">
        {playgroundMessages(t.language).skip}
      </a>
      {!online && (
        <p class="offline" role="status">
          {playgroundMessages(t.language).offline}
        </p>
      )}
      {room !== undefined && <Chat room={room} viewer={viewer} change={change} />}
    </>
  );
};

const page = document.getElementById("page");
if (page !== null) render(<App />, page);
