/** What the page asks for when somebody is alone: an example, others who answer. */
import { Router } from "express";
import { z } from "zod";
import { intent, originOf, refuseRequest, speaker } from "../speaker.ts";
import type { Demo } from "./demo.ts";

const showRequest = z.object({ ...speaker, intent, what: z.enum(["example", "demo", "no-example"]) });

export const demoRoutes = (demo: Demo): Router => {
  const router = Router();
  router.post("/api/show", async (request, response) => {
    const shown = showRequest.safeParse(request.body);
    if (!shown.success) return refuseRequest(response);
    const { what } = shown.data;
    const origin = originOf(shown.data, shown.data.intent);
    switch (what) {
      case "example":
        return response.json(await demo.showExample(origin));
      case "demo":
        return response.json(await demo.tryOne(origin));
      case "no-example":
        await demo.removeExample();
        return response.json({ type: "done" });
      default:
        return what satisfies never;
    }
  });
  return router;
};
