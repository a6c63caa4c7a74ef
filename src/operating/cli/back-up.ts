/** `backup`: copies the database while the program runs. */
import { resolve } from "node:path";
import { translatorFor } from "../../i18n/translator.ts";
import { parseAddress } from "../../store/address.ts";
import { backUp } from "../backup.ts";
import type { Config } from "../config.ts";
import { answerWith } from "./answer-with.ts";

export const backUpTo = async (config: Config, file: string): Promise<void> => {
  const say = translatorFor(config.locale).messages.operating.backup;
  const address = parseAddress(config.databaseUrl);
  if (address.type !== "file") return answerWith(say.notAFile, "failed");
  const database = resolve(address.path);
  const to = resolve(file);
  const { type } = await backUp(database, to);
  switch (type) {
    case "backed-up":
      return answerWith(say.done({ file: to }));
    case "no-database":
      return answerWith(say.noDatabase({ file: database }), "failed");
    case "exists":
      return answerWith(say.exists({ file: to }), "failed");
    case "no-folder":
      return answerWith(say.noFolder({ file: to }), "failed");
    default:
      return type satisfies never;
  }
};
