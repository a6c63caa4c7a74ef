/**
 * What can be measured in a page as it is drawn: what axe finds, text that is cut or broken, and
 * how long its bars are.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Each rule that the page breaks, with the elements that do; of all rules, or of these alone. */
export const axeFinds = async (page: Page, ...rules: readonly string[]): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length === 0 ? builder : builder.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, target }) => `${target} ${html}`).join("\n")}`);
};

/**
 * Each text that isn't read whole: cut by its box, beside the window, broken within a word that a
 * line would hold, or beside its box in a picture.
 */
export const textsBroken = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(styleOf(element).overflowX) || scrollsSideways(element.parentElement));
    const lineOf = (element: Element): Element =>
      styleOf(element).display === "inline" && element.parentElement !== null ? lineOf(element.parentElement) : element;
    const wordsOf = (node: Text): readonly Range[] =>
      [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return range;
      });
    const isUnseen = (element: Element | null): boolean =>
      element !== null && (styleOf(element).clipPath !== "none" || isUnseen(element.parentElement));
    const look = (node: Text, element: Element): void => {
      const said = `"${node.data.trim().slice(0, 60)}" in ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      const line = lineOf(element);
      const isSmall = element.closest("button, th, label, legend, summary") !== null;
      if (/hidden|clip/.test(styleOf(line).overflowX) && line.scrollWidth > line.clientWidth + 1)
        found.add(`cut: ${said}`);
      for (const word of wordsOf(node)) {
        const rects = [...word.getClientRects()];
        const isBeside = rects.some(({ left, right }) => left < -1 || right > innerWidth + 1);
        if (isBeside && !scrollsSideways(element)) found.add(`beside the window: ${said}`);
        const lines = new Set(rects.map(({ bottom }) => Math.round(bottom))).size;
        const width = rects.reduce((sum, rect) => sum + rect.width, 0);
        if (lines > 1 && (isSmall || width < line.clientWidth - 24)) found.add(`broken: ${word.toString()} of ${said}`);
      }
    };
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const element = node.parentElement;
      if (!(node instanceof Text) || element === null || node.data.trim() === "") continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".skip, option, svg") === null && !isUnseen(element)) look(node, element);
    }
    for (const node of top.querySelectorAll(".flow .node")) {
      const [around, ...lines] = [...node.children].map((child) => child.getBoundingClientRect());
      if (lines.some(({ left, right }) => left < (around?.left ?? 0) || right > (around?.right ?? 0)))
        found.add(`beside its box: ${node.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.add("the page scrolls sideways");
    return [...found];
  });

/** Each bar with its share of a whole beside it, and how much of its track it fills, in percent. */
export const barsOf = (page: Page): Promise<readonly { readonly said: number; readonly drawn: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".bar-row")].flatMap((row) => {
      // In brackets stands the share of a whole, which is the track.
      const said = /\((\d+)%\)/.exec(row.querySelector(".bar-figure")?.textContent ?? "")?.[1];
      const widthOf = (what: string): number => row.querySelector(what)?.getBoundingClientRect().width ?? 0;
      const track = widthOf(".bar-track");
      return said === undefined || track === 0 ? [] : [{ said: Number(said), drawn: (100 * widthOf(".bar")) / track }];
    }),
  );
