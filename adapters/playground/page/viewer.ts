/**
 * Who looks at the page, in which language and light: kept in the browser, and in the address for a
 * second window.
 */
import { useEffect, useState } from "preact/hooks";
import { defaultLanguage, isLanguage, type Language } from "../../../src/i18n/languages.ts";

export type Theme = "system" | "light" | "dark";
export type Viewer = { readonly person: string; readonly language: Language; readonly theme: Theme };

const query = new URLSearchParams(location.search);
const kept = (name: string): string | null => query.get(name) ?? localStorage.getItem(name);

const initial = (): Viewer => {
  const language = kept("lang") ?? navigator.language.slice(0, 2);
  const theme = localStorage.getItem("theme");
  return {
    person: kept("person") ?? "minji",
    language: isLanguage(language) ? language : defaultLanguage,
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
};

export const useViewer = (): readonly [Viewer, (change: Partial<Viewer>) => void] => {
  const [viewer, setViewer] = useState(initial);
  useEffect(() => {
    const { person, language, theme } = viewer;
    localStorage.setItem("person", person);
    localStorage.setItem("lang", language);
    localStorage.setItem("theme", theme);
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    const address = new URL(location.href);
    address.searchParams.set("person", person);
    address.searchParams.set("lang", language);
    history.replaceState(null, "", address);
  }, [viewer]);
  return [viewer, (change) => setViewer((before) => ({ ...before, ...change }))];
};
