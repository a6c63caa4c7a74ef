/** People who aren't there answer any form with what it offers, the same each time. */
import { expect, test } from "vitest";
import { answersTo } from "../../adapters/playground/demo/answers.ts";
import type { Form } from "../../src/cards/form.ts";

const form: Form = {
  token: { type: "respond", nonce: "n-1", session: "s-1", round: 1, seen: 0 },
  title: "",
  intro: [],
  fields: [
    {
      type: "choice",
      id: "choice",
      label: "",
      required: true,
      options: ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() })),
    },
    { type: "text", id: "reason", label: "", required: true, multiline: true, lengthMax: 5 },
    { type: "number", id: "chance", label: "", required: false, min: 0, max: 100, unit: "%" },
  ],
  submit: "",
  cancel: "",
};
const sayings = [({ option }: { option: string | undefined }) => `${option}: as everyone knows`];
const answerOf = (person: string, round: number) => answersTo(form, {}, { seed: "s-1", person, round, sayings });

test("every answer is one that the form takes, and says why it was chosen", () => {
  for (const person of ["minji", "jihoon", "sora", "alex", "priya"]) {
    const { choice, reason, chance } = answerOf(person, 1);
    expect(["a", "b", "c"]).toContain(choice);
    expect(reason).toBe(`${String(choice).toUpperCase()}: as`.slice(0, 5));
    expect(Number(chance)).toBeGreaterThanOrEqual(50);
    expect(Number(chance)).toBeLessThanOrEqual(100);
  }
  expect(answerOf("alex", 1)).toEqual(answerOf("alex", 1));
});

test("what was given stays, and only what is asked is answered", () => {
  const answering = { seed: "s-1", person: "alex", round: 1, sayings };
  expect(Object.keys(answersTo(form, { choice: "b" }, answering))).toEqual(["choice", "reason", "chance"]);
  expect(answersTo(form, { choice: "b" }, answering)).toMatchObject({ choice: "b", reason: "B: as" });
});
