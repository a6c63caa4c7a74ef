/** What no client would ever send, and how it must be answered. */
import { expect } from "vitest";

const json = "application/json";
const form = "application/x-www-form-urlencoded";

/** Bodies with the type they claim to be of. */
export const garbage: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>, type: string])[] = [
  ["nothing", "", json],
  ["half a JSON", '{"a":', json],
  ["a JSON that is no object", "[[[]]]", json],
  ["null", "null", json],
  ["a JSON 50,000 deep", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, json],
  ["a prototype", '{"__proto__":{"person":"minji"},"constructor":{"prototype":{}}}', json],
  ["bytes", Uint8Array.from({ length: 2_000 }, (_, index) => (index * 7919) % 256), json],
  ["lone surrogates and zeros", '{"person":"\\ud800\\u0000","text":"\\udfff"}', json],
  ["more than is taken", `{"a":"${"x".repeat(2_000_000)}"}`, json],
  ["a form", "a=1&a=2&__proto__[x]=1&payload=%00", form],
  ["a payload that is no JSON", "payload=%7B%7B", form],
  ["a payload that is a number", "payload=7", form],
  ["20,000 fields", "a=1&".repeat(20_000), form],
  ["an unknown type", "x", "text/whatever"],
  ["a type that is none", "x", ";;;=,"],
  ["an unknown character set", "{}", "application/json; charset=klingon"],
  ["a multipart without a boundary", "x", "multipart/form-data"],
];

/** Refused or taken, and nothing from within is told. */
export const expectClean = (status: number, text: string): void => {
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/node_modules|\n\s+at |Error:|decision-workshop\/|"scripts"|root:/);
};
