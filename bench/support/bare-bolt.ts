/**
 * The floor: a Bolt app on the same receiver that only acknowledges. Run as a process of its own.
 */
import bolt from "@slack/bolt";

const receiver = new bolt.ExpressReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? "",
  endpoints: "/slack/events",
});
const app = new bolt.App({
  receiver,
  authorize: async ({ teamId }) => {
    if (teamId !== process.env.SLACK_TEAM) throw new Error("A payload of a foreign workspace");
    return { botToken: "xoxb-bench", botUserId: "UBOT", botId: "B1" };
  },
  logLevel: bolt.LogLevel.ERROR,
});
app.view("form", ({ ack }) => ack());
const server = receiver.app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}\n`);
});
