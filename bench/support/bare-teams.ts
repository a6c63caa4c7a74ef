/**
 * The floor: a botbuilder app on the same server that only answers. Run as a process of its own.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import express from "express";

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = express();
app.post("/api/messages", express.json({ limit: "1mb" }), (request, response) =>
  adapter.process(request, response, async (context) => {
    const value = {
      status: 200,
      body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "" },
    };
    await context.sendActivity({ type: "invokeResponse", value });
  }),
);
const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}\n`);
});
