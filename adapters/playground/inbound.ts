/**
 * Translates what the page sends into requests to the workshop, and answers. Everything from the
 * page is checked here first.
 */
import { fileURLToPath } from "node:url";
import express, { type Request, type Response, Router } from "express";
import { z } from "zod";
import { parseAction } from "../../src/cards/action.ts";
import type { Clock } from "../../src/clock.ts";
import { isOwnName } from "../../src/commands/command-words.ts";
import type { Language } from "../../src/i18n/languages.ts";
import type { Inbound } from "../../src/operating/adapter.ts";
import type { Reply } from "../../src/requests/request.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Announcer } from "./announcer.ts";
import { withIds } from "./called.ts";
import { type Demo, makeDemo } from "./demo/demo.ts";
import { demoRoutes } from "./demo/routes.ts";
import type { Files } from "./files.ts";
import { refuseForeign } from "./guard.ts";
import { limits } from "./limits.ts";
import { playgroundMessages } from "./messages/speak.ts";
import { channels, isPerson, people } from "./people.ts";
import { type CompleteAnswer, exampleChannel, type Room as RoomAnswer } from "./protocol.ts";
import type { Room } from "./room.ts";
import { intent, originOf, refuseRequest, type Speaker, speaker } from "./speaker.ts";

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

const sayRequest = z.object({ ...speaker, text: text.pipe(z.string().min(1).max(limits.said.lengthMax)), intent });
const pressRequest = z.object({ ...speaker, action: z.string().max(300), intent });
const askAboutRequest = z.object({ ...speaker, message: z.string().regex(/^\d{1,15}$/) });
const submitRequest = z.object({ ...speaker, token: z.unknown(), values: z.record(z.string(), z.unknown()) });
const redrawRequest = submitRequest.extend({ pressed: z.string().max(64).nullable() });
const completeRequest = z.object({ ...speaker, text: text.pipe(z.string().max(limits.said.lengthMax)) });

export const makeInbound = async (parts: InboundParts): Promise<Inbound> => {
  const { workshop, room, clock, hosts, language, files, announcer } = parts;
  const demo = makeDemo({ workshop, room, clock, announce: announcer.announce });
  const routes = express.Router();
  routes.use(refuseForeign({ hosts, language }));
  routes.use(express.json({ limit: limits.request.bytesMax }));
  routes.use(files.router);
  routes.use(makeApi({ ...parts, demo }));
  routes.use(demoRoutes(demo));
  routes.use(express.static(pageFolder, { redirect: false }));
  return { routes, stop: async () => announcer.close() };
};

/** What the page asks for, behind `refuseForeign` and a JSON parser. */
const makeApi = ({ workshop, room, announcer, clock, demo }: InboundParts & { readonly demo: Demo }): Router => {
  const router = Router();
  router.get("/api/room", async (request, response) => {
    const person = z.string().refine(isPerson).safeParse(request.query.person);
    if (!person.success) return refuseRequest(response);
    return response.json(answerWith(await room.listFor(person.data)));
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
    const reply = await workshop.press(origin, pressed.data.action);
    const action = parseAction(pressed.data.action);
    const isNewRound = action?.type === "on-session" && action.verb === "vote-again" && reply.type !== "refused";
    if (isNewRound) await demo.goOn(origin, action.session);
    return response.json(reply);
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
    const [name, typed = ""] = splitCommand(said.text);
    const words = withIds(typed);
    const origin = originOf(said, said.intent);
    const start = withoutDemo(words);
    if (isOwnName(name) && start !== undefined) return demo.startFilled(origin, () => workshop.run(origin, start));
    if (isOwnName(name)) return workshop.run(origin, words);
    const say = playgroundMessages(said.language);
    return { type: "refused", text: [{ type: "plain", text: say.noSuchSlash({ given: name }) }] };
  };

  return router;
};

/** The channel of the example is there while it holds something. */
const answerWith = (messages: RoomAnswer["messages"]): RoomAnswer => {
  const example = { id: exampleChannel, name: exampleChannel, isExample: true };
  const shown = messages.some(({ channel }) => channel === exampleChannel) ? [...channels, example] : channels;
  return { people, channels: shown, messages };
};

/** The line without the option that has others answer; undefined where it isn't asked for. */
const withoutDemo = (words: string): string | undefined =>
  /(^|\s)--demo(?=\s|$)/u.test(words) ? words.replace(/(^|\s)--demo(?=\s|$)/gu, " ") : undefined;

const splitCommand = (typed: string): readonly [name: string, words: string] => {
  const at = typed.search(/\s/u);
  return at < 0 ? [typed, ""] : [typed.slice(0, at), typed.slice(at)];
};

/** People named in a form must be people of this room. */
const knowsPeople = (values: Readonly<Record<string, unknown>>): boolean =>
  ["person", "owner", "invited", "decider"]
    .flatMap((field) => values[field] ?? [])
    .every((value) => value === "" || (typeof value === "string" && isPerson(value)));
