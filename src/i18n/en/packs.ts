import type { Measured, PacksMessages, ValueSort } from "../messages/packs.ts";

const sorts: Readonly<Record<ValueSort, string>> = {
  text: "text",
  number: "a number",
  "whole-number": "a whole number",
  truth: "true or false",
  list: "a list: entries that begin with a hyphen, or stand in [ ]",
  block: "keys with values, on lines of their own or in { }",
  other: "another value",
};

const measured = (count: number, of: Measured): string => {
  if (of === "number") return String(count);
  if (of === "list") return `${count} ${count === 1 ? "entry" : "entries"}`;
  return `${count} ${count === 1 ? "character" : "characters"}`;
};

export const packs: PacksMessages = {
  heading: ({ count }) =>
    count === 1 ? "There is 1 mistake in the packs:" : `There are ${count} mistakes in the packs:`,
  problems: {
    "yaml-indent": () =>
      "this line is indented otherwise than the lines it belongs to; use spaces, and align it with them",
    "yaml-escape": () => "a backslash means something else inside double quotes; write it twice, or use single quotes",
    "yaml-missing": () => "something is missing here: a closing quote or bracket, a comma, or a space after a colon",
    "yaml-start": () => "a value can’t begin with this character; put the value in quotes",
    "yaml-key": () =>
      "this can’t be a key; a key is one short word on one line, and a text with a colon in it stands in quotes",
    "yaml-nesting": () => "a block can’t stand inside brackets; write it in brackets too, or take the brackets away",
    "yaml-directive": () => "a line that begins with % has another meaning in YAML; leave it out",
    "yaml-unexpected": () => "this doesn’t belong here; check the quotes, brackets and indentation before it",
    alias: () => "YAML aliases (*name) aren’t allowed; write the text out",
    tag: () => "YAML tags (!name) aren’t allowed; write a plain value",
    "too-large": ({ kib }) => `the file is too large; at most ${kib} KiB are read`,
    "too-deep": ({ depth }) => `this is nested too deeply; at most ${depth} levels are read`,
    "too-full": () => "the file holds too much; it is read up to here, so split it into several activities",
    "one-document": () => "a second document begins here (---); a file holds one",
    "same-key": () => "this key stands here a second time; each key stands once",
    more: ({ count }) => `and ${count} more; correct these first`,
    "too-many-files": ({ count }) => `there are too many files; at most ${count} are read`,
    "forbidden-key": ({ key }) => `“${key}” can’t be used as a key; choose another name`,
    "not-read": () => "the file can’t be read; check that it exists and who may read it",
    "no-pack-file": () => "the folder holds no pack.yaml",
    "no-packs": () => "no pack was found here; expected a folder with a pack.yaml in it",
    missing: () => "this is missing",
    "quote-it": () => "expected text; put the value in quotes",
    "wrong-type": ({ expected }) => `expected ${sorts[expected]}`,
    "too-short": ({ of, least }) =>
      of === "text" && least === 1 ? "this is empty; write something" : `expected at least ${measured(least, of)}`,
    "too-long": ({ of, most }) => `expected at most ${measured(most, of)}`,
    "bad-id": () => "expected an id: lower-case letters, digits and hyphens, beginning with a letter, at most 64",
    "bad-name": () =>
      "expected a name for formulas: lower-case letters, digits and underscores, beginning with a letter, at most 41",
    "bad-currency": () => "expected a currency of three capital letters, such as EUR or KRW",
    "unknown-key": ({ key }) => `unknown key “${key}”; check the spelling`,
    "one-of": ({ values }) => `expected one of ${values.join(", ")}`,
    "option-ids-unique": () => "two options have the same id",
    "option-id-taken": () => "“cannot-judge” is offered with every question; please give this option another id",
    "recommendation-is-an-option": () => "the recommended option isn’t among the options",
    "id-is-file-name": ({ file }) => `the id must be the file’s name: ${file}`,
    "duplicate-id": ({ id, other }) => `the id “${id}” is taken already, in ${other}`,
    "flow-duplicate": ({ id }) => `“${id}” is used more than once among the flow’s nodes and outcomes`,
    "flow-no-target": ({ id }) => `the flow has no node or outcome called “${id}”`,
    "flow-missing-branch": ({ id, branch }) => `the question “${id}” has no “${branch}” branch`,
    "flow-next-and-branches": ({ id }) => `“${id}” has “next” beside “yes” or “no”; use one or the other`,
    "flow-unreachable": ({ id }) => `no path of the flow leads to “${id}”`,
    "flow-cycle": ({ ids }) => `the flow runs in a circle: ${ids.join(" → ")}`,
    "flow-unanswered": ({ id }) => `these answers stop at the question “${id}”; answer it too`,
    "not-asked": ({ id }) => `the path these answers take never comes to “${id}”; leave it out`,
    "no-such-activity": ({ id }) => `the pack has no activity called “${id}” that can be responded to`,
    "no-such-link": ({ id, kind }) => `the pack has no activity of kind ${kind} called “${id}”`,
    "row-length": ({ columns }) => `expected ${columns} cells, one for each column`,
    "not-declared": ({ id }) => `nothing in this file is called “${id}”; check the spelling`,
    "formula-unreadable": ({ part }) =>
      `the formula can’t be read at “${part}”; check the signs and brackets around it`,
    "formula-forbidden": ({ part }) =>
      `a formula can’t hold “${part}”; it takes numbers, ids of fields, + - * / ( ), comparisons and ? : alone`,
    "formula-mismatch": ({ part }) =>
      `“${part}” mixes up numbers and conditions; compute with numbers, and put a comparison before ?`,
    "formula-unknown": ({ id }) => `no field that holds a number is called “${id}”; check the spelling`,
    "formula-too-long": () => "the formula has too many parts or brackets; split it into several computed values",
    "formula-no-number": () => "the formula gives a condition, not a number; add ? and : with the number for each case",
    "formula-slow": () => "the formula takes too long to compute; make it simpler",
    other: () => "this value can’t stand here; compare it with the examples in docs/packs.md",
  },
};
