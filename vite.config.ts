import { defineConfig } from "vite";

export default defineConfig({
  root: "adapters/playground/page",

  build: { outDir: "../../../dist/playground", emptyOutDir: true },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  logLevel: "warn",
});
