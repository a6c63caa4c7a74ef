/**
 * The same question of the program in Teams: every message and call, what each client is shown when
 * it asks for a view of its own, what bystanders are answered, and the log.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { translatorFor } from "../src/i18n/translator.ts";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import { shippedPack } from "../testkit/shipped.ts";
import { partsIn } from "../testkit/teams/adaptive-cards.ts";
import { invokeOf, pressOf } from "../testkit/teams/payloads.ts";
import { type Answer, sendActivity, type TeamsPerson } from "../testkit/teams/people.ts";
import type { Json } from "../testkit/teams/server.ts";
import { openTeamsWorld, type TeamsWorld } from "../testkit/teams/world.ts";
import { until } from "../testkit/until.ts";
import { fillCard, isCardFilled } from "./fill-card.ts";
import type { Findings } from "./findings.ts";

const marker = "leak-in-teams";

type Watch = { readonly world: TeamsWorld; readonly chance: Chance; readonly wrong: string[] };

/** Runs a session of every activity up to the end of its round. */
export const auditLeakInTeams = async (seed: number): Promise<Findings> => {
  const world = await openTeamsWorld({ kind: "groupChat", env: { LOG_LEVEL: "trace" } });
  const watch: Watch = { world, chance: chanceFrom(seed), wrong: [] };
  const { activities } = await shippedPack;
  // What is stated by a form and answered in steps is looked at in the two other audits of leaks.
  const ids = activities.filter(({ open }) => open.takesResponses && open.completing === undefined).map(({ id }) => id);
  let views = 0;
  let told = 0;
  try {
    for (const id of ids) {
      const fay = world.person(0);
      await fay.say(`start ${id}`);
      const { session, message } = await newestBallot(world);
      for (const index of [1, 2]) {
        const own = await respond(watch, world.person(index), session, message);
        if (own.includes(marker)) told += 1;
      }
      views += await look(watch, id, session);
      await act(world, fay, pressed(`end-round:${session}:1`), message);
      views += await look(watch, id, session);
      world.server.messages.length = 0;
    }
  } finally {
    await world.close();
  }
  const sentLast = JSON.stringify([world.server.calls, world.program.output()]);
  if (sentLast.includes(marker)) watch.wrong.push("what is sent or logged at its end tells");
  const counts = { activities: ids.length, people: 2, views, "own answers shown to their giver": told };
  return { counts, wrong: [...watch.wrong, ...world.server.mistakes] };
};

/** Does something on a card, of the message that is named where one is. */
const act = ({ conversation }: TeamsWorld, person: TeamsPerson, data: Json, message?: string): Promise<Answer> => {
  const change = message === undefined ? {} : { replyToId: message };
  return sendActivity(conversation.address(), invokeOf(conversation, person, pressOf(data), change));
};

const pressed = (action: string): Json => ({ do: "press", action, nonce: randomUUID(), page: 1 });

/** Looks at everything that others can see, and answers how many views that were. */
const look = async ({ world, wrong }: Watch, activity: string, session: string): Promise<number> => {
  const { server, program } = world;
  const bystander = world.person(3);
  const asked = server.messages.flatMap((message) =>
    [world.person(0), bystander].map((person) => act(world, person, { do: "show", page: 1 }, message.id)),
  );
  const tried = ["all-reasons", "controls", "reveal", "respond"].map((verb) =>
    act(world, bystander, pressed(`${verb}:${session}:1`)),
  );
  const answers = await Promise.all([...asked, ...tried]);
  const seen = { calls: server.calls, answers, log: program.output() };
  for (const [place, text] of Object.entries(seen))
    if (JSON.stringify(text).includes(marker)) wrong.push(`${place} tell of ${activity}`);
  return answers.length;
};

const ballotAction = /"action":"respond:([\w-]+):1/;

const newestBallot = ({ server }: TeamsWorld): Promise<{ readonly session: string; readonly message: string }> =>
  until(
    () =>
      server.messages
        .map(({ id, card }) => ({ message: id, session: ballotAction.exec(JSON.stringify(card))?.[1] ?? "" }))
        .find(({ session }) => session !== ""),
    "a ballot is posted",
  );

const answered = z.object({ value: z.object({ body: z.array(z.unknown()) }) });

const { recorded } = translatorFor("en").messages.session;

/**
 * Fills the form in as its inputs ask, asking again for what depends on them; answers what its
 * giver is shown who would change it.
 */
const respond = async (
  { world, chance }: Watch,
  person: TeamsPerson,
  session: string,
  message: string,
): Promise<string> => {
  const send = async (data: Json): Promise<readonly unknown[]> => {
    const { body } = await act(world, person, data, message);
    return answered.parse(body).value.body;
  };
  for (let tries = 0; tries < 5; tries += 1) {
    let form = await send(pressed(`respond:${session}:1`));
    let values: Json = {};
    do {
      values = fillCard(form, chance, `${marker}-${chance.below(1e6)}`, values);
      const again = dataOf(form, "redraw");
      if (again !== undefined) form = await send({ ...values, ...again });
    } while (!isCardFilled(form, values));
    const submit = dataOf(form, "submit") ?? {};
    // A mistake first, since its sentences must not repeat what was typed anywhere else.
    await send({ ...Object.fromEntries(Object.keys(values).map((key) => [key, marker.repeat(300)])), ...submit });
    const shown = JSON.stringify(await send({ ...values, ...submit }));
    // A heading is Markdown, in which signs are escaped.
    if (shown.replaceAll("\\", "").includes(recorded.first))
      return JSON.stringify(await send(pressed(`respond:${session}:1`)));
  }
  throw new Error(`Session ${session} takes no answer`);
};

const dataOf = (form: readonly unknown[], verb: string): Json | undefined => {
  const action = partsIn(form).find((part) => part.type === "Action.Execute" && part.verb === verb);
  return action === undefined ? undefined : z.looseObject({}).parse(action.data);
};
