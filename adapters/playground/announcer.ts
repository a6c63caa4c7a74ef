/** Tells every open page that the room looks different, by server-sent events. */
import type { Response } from "express";

export type Announcer = {
  readonly listen: (response: Response) => void;
  readonly announce: () => void;
  /** Ends every open stream, so that the server can stop. */
  readonly close: () => void;
};

/** How the changes of other processes are noticed: by a version that is another after each. */
export type Watched = {
  readonly version: () => Promise<string>;
  readonly reportFault: (fault: unknown) => void;
};

/** So often the version is read while a page is open, in milliseconds. */
const watchEveryMs = 1_000;

export const makeAnnouncer = (watched?: Watched): Announcer => {
  const open = new Set<Response>();
  let timer: NodeJS.Timeout | undefined;
  let seen = "";

  const announce = (): void => {
    for (const response of open) response.write("event: changed\ndata: \n\n");
  };

  const look = async ({ version, reportFault }: Watched): Promise<void> => {
    const found = await version().catch((fault: unknown) => {
      reportFault(fault);
      return seen;
    });
    if (found !== seen) announce();
    seen = found;
    timer = open.size > 0 ? setTimeout(() => void look({ version, reportFault }), watchEveryMs) : undefined;
  };

  return {
    listen: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("event: changed\ndata: \n\n");
      open.add(response);
      response.on("close", () => open.delete(response));
      if (watched === undefined || timer !== undefined) return;
      // Set before the first look, so that a second page doesn't begin another.
      timer = setTimeout(() => void look(watched), 0);
    },
    announce,
    close: () => {
      clearTimeout(timer);
      for (const response of open) response.end();
      open.clear();
    },
  };
};
