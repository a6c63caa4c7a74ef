/**
 * Translates what the page sends into requests to the workshop, and answers. Everything from the
 * page is checked here first.
 */
import { fileURLToPath } from "node:url";
import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { isOwnName } from "../../src/commands/command-words.ts";
import { type Language, languageCodes } from "../../src/i18n/languages.ts";
import type { Inbound } from "../../src/operating/adapter.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import { isZone } from "../../src/schedule/zones.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Announcer } from "./announcer.ts";
import type { Files } from "./files.ts";
import { refuseForeign } from "./guard.ts";
import { limits } from "./limits.ts";
import { playgroundMessages } from "./messages/speak.ts";
import { channels, isChannel, isPerson, people } from "./people.ts";
import type { CompleteAnswer, Room as RoomAnswer } from "./protocol.ts";
import type { Room } from "./room.ts";
import { playgroundWorkspace } from "./workspace.ts";

export type InboundParts = {
  readonly workshop: Workshop;
  readonly room: Room;
  readonly files: Files;
  readonly announcer: Announcer;
  readonly clock: Clock;
  /** Names beside the local ones under which it may be opened. */
  readonly hosts: readonly string[];
  /** In which somebody is spoken to who isn't known yet. */
  readonly language: Language;
};

const pageFolder = fileURLToPath(new URL("../../dist/playground", import.meta.url));

const text = z.string().transform(wellFormed);
const intent = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

const speaker = {
  person: z.string().refine(isPerson),
  channel: z.string().refine(isChannel),
  thread: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullable(),
  language: z.enum(languageCodes),
  zone: z.string().max(64).refine(isZone),
};

const sayRequest = z.object({ ...speaker, text: text.pipe(z.string().min(1).max(limits.said.lengthMax)), intent });
const pressRequest = z.object({ ...speaker, action: z.string().max(300), intent });
const askAboutRequest = z.object({ ...speaker, message: z.string().regex(/^\d{1,15}$/) });
const submitRequest = z.object({ ...speaker, token: z.unknown(), values: z.record(z.string(), z.unknown()) });
const redrawRequest = submitRequest.extend({ pressed: z.string().max(64).nullable() });
const completeRequest = z.object({ ...speaker, text: text.pipe(z.string().max(limits.said.lengthMax)) });

type Speaker = z.infer<z.ZodObject<typeof speaker>>;

export const makeInbound = async (parts: InboundParts): Promise<Inbound> => {
  const { hosts, language, files, announcer } = parts;
  const routes = express.Router();
  routes.use(refuseForeign({ hosts, language }));
  routes.use(express.json({ limit: limits.request.bytesMax }));
  routes.use(files.router);
  routes.use(makeApi(parts));
  routes.use(express.static(pageFolder, { redirect: false }));
  return { routes, stop: async () => announcer.close() };
};

/** What the page asks for, behind `refuseForeign` and a JSON parser. */
const makeApi = ({ workshop, room, announcer, clock }: InboundParts): Router => {
  const router = Router();
  router.get("/api/room", async (request, response) => {
    const person = z.string().refine(isPerson).safeParse(request.query.person);
    if (!person.success) return refuseRequest(response);
    const answer: RoomAnswer = { people, channels, messages: await room.listFor(person.data) };
    return response.json(answer);
  });
  router.get("/api/events", (_request, response) => announcer.listen(response));
  router.post("/api/say", async (request, response) => {
    const said = sayRequest.safeParse(request.body);
    if (!said.success || !(await hasThread(said.data))) return refuseRequest(response);
    return response.json(await say(said.data));
  });
  router.post("/api/ask-about", async (request, response) => {
    const asked = askAboutRequest.safeParse(request.body);
    if (!asked.success) return refuseRequest(response);
    const words = await room.textOf(asked.data.channel, asked.data.message);
    if (words === undefined) return refuseRequest(response);
    return response.json(await workshop.askAbout(originOf(asked.data, ""), { words, link: null }));
  });
  router.post("/api/press", async (request, response) => {
    const pressed = pressRequest.safeParse(request.body);
    if (!pressed.success) return refuseRequest(response);
    const origin = originOf(pressed.data, pressed.data.intent);
    return response.json(await workshop.press(origin, pressed.data.action));
  });
  router.post("/api/submit", async (request, response) => {
    const submitted = submitRequest.safeParse(request.body);
    if (!submitted.success || !knowsPeople(submitted.data.values)) return refuseRequest(response);
    const { token, values } = submitted.data;
    return response.json(await workshop.submit(originOf(submitted.data, ""), token, values));
  });
  router.post("/api/redraw", async (request, response) => {
    const asked = redrawRequest.safeParse(request.body);
    if (!asked.success || !knowsPeople(asked.data.values)) return refuseRequest(response);
    const { token, values, pressed } = asked.data;
    return response.json(await workshop.redraw(originOf(asked.data, ""), token, values, pressed));
  });
  router.post("/api/complete", (request: Request, response: Response) => {
    const typed = completeRequest.safeParse(request.body);
    if (!typed.success) return refuseRequest(response);
    const answer: CompleteAnswer = { completions: workshop.complete(originOf(typed.data, ""), typed.data.text) };
    return response.json(answer);
  });

  const hasThread = async ({ channel, thread }: Speaker): Promise<boolean> =>
    thread === null || (await room.isRoot(channel, thread));

  const say = async (said: z.infer<typeof sayRequest>): Promise<Reply> => {
    if (said.text.startsWith("/")) return command(said);
    await room.add({
      key: `said/${said.person}/${said.intent}`,
      channel: said.channel,
      thread: said.thread,
      author: said.person,
      person: null,
      body: { type: "text", text: said.text },
      at: clock.now(),
    });
    announcer.announce();
    return { type: "done" };
  };

  const command = async (said: z.infer<typeof sayRequest>): Promise<Reply> => {
    const [name, words = ""] = splitCommand(said.text);
    if (isOwnName(name)) return workshop.run(originOf(said, said.intent), words);
    const say = playgroundMessages(said.language);
    return { type: "refused", text: [{ type: "plain", text: say.noSuchSlash({ given: name }) }] };
  };

  return router;
};

const splitCommand = (typed: string): readonly [name: string, words: string] => {
  const at = typed.search(/\s/u);
  return at < 0 ? [typed, ""] : [typed.slice(0, at), typed.slice(at)];
};

const originOf = ({ person, channel, language, zone }: Speaker, meant: string): Origin => ({
  workspace: playgroundWorkspace,
  channel,
  person,
  language,
  zone,
  intent: meant,
});

/** People named in a form must be people of this room. */
const knowsPeople = (values: Readonly<Record<string, unknown>>): boolean =>
  ["person", "owner"].every((field) => {
    const value = values[field];
    return value === undefined || value === null || value === "" || (typeof value === "string" && isPerson(value));
  });

const refuseRequest = (response: Response): Response => response.status(400).json({ error: "bad-request" });
