/**
 * Loaded before a program (`node --import`): adds Esperanto in memory, by its line in
 * `languages.ts` and one in the list of each adapter that speaks for itself.
 */
import { registerHooks } from "node:module";

const folder = new URL("esperanto.ts", import.meta.url).href;
const line = `import { eo } from "${folder}";\n`;
const english = "{\n  eo: en,";

const at = (path: string): string => new URL(`../../${path}`, import.meta.url).href;

/** Each list, and what becomes of its source. */
const lists: ReadonlyMap<string, (source: string) => string> = new Map([
  [at("src/i18n/languages.ts"), (source) => line + source.replace("languages = {", "languages = {\n  eo,")],
  [at("adapters/slack/messages/speak.ts"), (source) => source.replace("Messages>> = {", `Messages>> = ${english}`)],
  [at("adapters/teams/messages/speak.ts"), (source) => source.replace("Messages>> = {", `Messages>> = ${english}`)],
]);

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const change = lists.get(url);
    return change === undefined ? loaded : { ...loaded, source: change(String(loaded.source)) };
  },
});
