/** Tells every open page that the room looks different, by server-sent events. */
import type { Response } from "express";

export type Announcer = {
  readonly listen: (response: Response) => void;
  readonly announce: () => void;
  /** Ends every open stream, so that the server can stop. */
  readonly close: () => void;
};

export const makeAnnouncer = (): Announcer => {
  const open = new Set<Response>();
  return {
    listen: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("event: changed\ndata: \n\n");
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    announce: () => {
      for (const response of open) response.write("event: changed\ndata: \n\n");
    },
    close: () => {
      for (const response of open) response.end();
    },
  };
};
