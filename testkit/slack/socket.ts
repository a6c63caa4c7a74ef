/**
 * Socket Mode's other end, on loopback: hands out a WebSocket address and sends envelopes over it.
 */
import { randomUUID } from "node:crypto";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { Acknowledged, Transport } from "./people.ts";
import type { SlackServer } from "./server.ts";

export type SocketServer = {
  readonly transport: Transport;
  /** Resolves when the program has connected. */
  readonly connected: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const types = { command: "slash_commands", interaction: "interactive", event: "events_api" } as const;
const acknowledged = z.object({ envelope_id: z.string(), payload: z.looseObject({}).optional() });

export const openSocketServer = async (server: SlackServer): Promise<SocketServer> => {
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => sockets.once("listening", resolve));
  const address = sockets.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const waiting = new Map<string, (answer: Acknowledged) => void>();
  let open: (socket: WebSocket) => void = () => undefined;
  const first = new Promise<WebSocket>((resolve) => {
    open = resolve;
  });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const answer = acknowledged.safeParse(JSON.parse(String(data)));
      if (answer.success) waiting.get(answer.data.envelope_id)?.({ status: 200, body: answer.data.payload ?? {} });
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }));
    open(socket);
  });
  server.failNext("apps.connections.open", { status: 200, body: { ok: true, url: `ws://127.0.0.1:${port}/link` } });
  return {
    connected: async () => {
      await first;
    },
    transport: async (kind, payload) => {
      const socket = await first;
      const envelope = randomUUID();
      const answer = new Promise<Acknowledged>((resolve) => waiting.set(envelope, resolve));
      socket.send(
        JSON.stringify({ envelope_id: envelope, type: types[kind], accepts_response_payload: true, payload }),
      );
      return answer;
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
};
