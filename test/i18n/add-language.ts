/** Loaded before a program (`node --import`): adds Esperanto to `languages.ts` in memory, by its line alone. */
import { registerHooks } from "node:module";

const list = new URL("../../src/i18n/languages.ts", import.meta.url).href;
const folder = new URL("esperanto.ts", import.meta.url).href;

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (url !== list) return loaded;
    const source = String(loaded.source).replace("languages = {", "languages = {\n  eo,");
    return { ...loaded, source: `import { eo } from "${folder}";\n${source}` };
  },
});
