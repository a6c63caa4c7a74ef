/** The JSON file: complete and versioned; `npm run schema` prints its schema. */
import { z } from "zod";
import { exportedFile, type Taken, type Writing } from "./exported.ts";

export const writeJson = (taken: readonly Taken[], { at }: Writing): string => {
  const exportedAt = new Date(at).toISOString();
  const sessions = taken.map(({ session }) => session);
  return `${JSON.stringify(exportedFile.parse({ format: "decision-workshop", version: 1, exportedAt, sessions }), null, 2)}\n`;
};

/** JSON Schema, draft 2020-12. */
export const exportSchema = (): unknown => z.toJSONSchema(exportedFile, { target: "draft-2020-12" });
