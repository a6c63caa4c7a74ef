/** One process serves Slack and Teams at once: each session stays where it was started. */
import { expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { httpTransport, personIn } from "../../testkit/slack/people.ts";
import { openSlackServer } from "../../testkit/slack/server.ts";
import { openTeamsWorld } from "../../testkit/teams/world.ts";

const { session: say, scenario } = translatorFor("en").messages;

test("a session in each runs to its reveal, and neither sees the other's", async () => {
  const slack = await openSlackServer(2);
  const teams = await openTeamsWorld({ env: slack.env });
  const transport = httpTransport(() => teams.program.address);
  const inSlack = personIn({ server: slack, transport }, slack.people[0] ?? "");
  const inTeams = teams.person(0);
  try {
    await Promise.all([inSlack.command("start startup-support-chatbot"), inTeams.say("start startup-support-chatbot")]);
    for (const { reads } of [inSlack, inTeams])
      await expect.poll(reads, { timeout: 15_000 }).toContain(say.controls.title);
    await inSlack.press("RAG over the FAQ");
    await inSlack.submit({ [scenario.reason]: "from Slack" });
    await inTeams.press("Fine-tuning");
    await inTeams.press(say.responseForm.submit, { [scenario.reason]: "from Teams" });
    for (const { press, reads } of [inSlack, inTeams]) {
      await press(say.controls.verbs["end-round"]);
      await expect.poll(reads, { timeout: 15_000 }).toContain(say.controls.verbs.reveal);
      await expect.poll(reads, { timeout: 15_000 }).toContain(say.roundEnded({ round: 1, count: 1 }));
      await press(say.controls.verbs.reveal);
    }
    await inTeams.press(say.controls.verbs.reveal);
    for (const { reads } of [inSlack, inTeams]) await expect.poll(reads, { timeout: 15_000 }).toContain("(100%)");
    expect(inSlack.reads()).not.toContain("from Teams");
    expect(inTeams.reads()).not.toContain("from Slack");
    expect(teams.server.mistakes).toEqual([]);
  } finally {
    await teams.close();
    await slack.close();
  }
});
