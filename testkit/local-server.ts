/** A server of somebody else's, played on this machine on a port of its own. */
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export type LocalServer = {
  /** Without a slash at its end. */
  readonly address: string;
  /** Breaks off what is under way; resolves when the port is free. */
  readonly close: () => Promise<void>;
};

export const openLocalServer = async (handle: RequestListener): Promise<LocalServer> => {
  const server = createServer(handle);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      const closed = once(server, "close");
      server.closeAllConnections();
      server.close();
      await closed;
    },
  };
};

/** The port of a server that listens on one. */
export const portOf = (at: AddressInfo | string | null): number => {
  if (at === null || typeof at === "string") throw new Error("The server listens on no port");
  return at.port;
};
