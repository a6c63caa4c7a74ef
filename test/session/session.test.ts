/**
 * The rules of a session: the permission table walked row by row, and properties over any order of
 * any commands.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionFor, formatAction, parseAction } from "../../src/cards/action.ts";
import { threadVerbNamed } from "../../src/commands/command-words.ts";
import { languages } from "../../src/i18n/languages.ts";
import type { Asker, CommandType, SessionCommand } from "../../src/session/command.ts";
import { decide, decideAllIn, decideStart, isOpen } from "../../src/session/decide.ts";
import { evolve } from "../../src/session/evolve.ts";
import {
  asksBack,
  commandTypes,
  controlBehind,
  isControl,
  offered,
  permission,
  pressedCommands,
  refusalFor,
  verbOf,
} from "../../src/session/permission.ts";
import { notReviewed } from "../../src/session/reviewing.ts";
import { expectedOf, mayRespond, noRoles } from "../../src/session/roles.ts";
import { type Session, sessionStates } from "../../src/session/session.ts";
import { maySeeBareReasons, maySeeChoices } from "../../src/session/visibility.ts";

const started = (discussion: boolean, deadline: number | null, planned = { own: true, open: true }): Session => {
  const verdict = decideStart(
    {
      type: "start",
      session: "s1",
      workspace: "w1",
      channel: "c1",
      activity: { pack: planned.own ? null : "p", id: "a", kind: "scenario", content: {}, linked: {} },
      settings: {
        anonymous: false,
        discussion,
        open: planned.open,
        quorum: null,
        revealAtEnd: false,
        endWhenAll: false,
        language: "en",
        roundMs: null,
      },
      roles: noRoles,
      deadline,
      takesResponses: true,
    },
    "facilitator",
    0,
  );
  const event = verdict.type === "events" ? verdict.events[0] : undefined;
  if (event?.type !== "session-started") throw new Error("A session starts with being started");
  return event.session;
};

const commandOf = (type: CommandType, session: Session): SessionCommand => {
  switch (type) {
    case "respond":
      return {
        type,
        round: session.round,
        participant: "member",
        seen: 0,
        current: 0,
        edition: session.changes.edition,
        answer: {},
      };
    case "mend":
      return { type, content: {}, rewordings: [{ was: "a", now: "b" }], added: [], answered: true, by: "facilitator" };
    case "add-option":
      return { type, round: session.round, content: {}, label: "c", by: "member" };
    case "end-round":
      return { type, round: session.round };
    case "extend":
      return { type, deadline: 1e12 };
    case "set-reminder":
      return { type, at: 1e11 };
    case "remind":
      return { type, round: session.round, inThread: false };
    case "add-facilitator":
      return { type, person: "another" };
    case "record-decision":
      return { type, decision: { text: "d", owner: null, date: null } };
    case "request-review":
    case "tell-reviews":
      return { type, due: 1, next: 2, open: null };
    case "review":
      return { type, verdict: "yes", text: "", by: "facilitator", again: 2 };
    default:
      return { type };
  }
};

const person = (name: string): Asker => ({ type: "person", person: name });

describe.each(commandTypes)("%s", (type) => {
  const plans = sessionStates.flatMap((state) => [true, false].map((planned) => ({ state, planned })));
  test.each(plans)(
    "in state $state, with all that can be planned: $planned, is taken from exactly those whom the table names",
    ({ state, planned }) => {
      const begun = started(planned, null, { own: planned, open: planned });
      const decision = planned ? { text: "d", owner: "owner", date: null } : null;
      const reviewing = { ...notReviewed, at: 1, awaits: type === "tell-reviews" };
      const session: Session = { ...begun, state, reminder: { at: 1, sent: 0 }, decision, reviewing };
      const rule = permission[type];
      const possible = rule.in.includes(state) && (rule.needs === undefined || planned);
      const takes = (asker: Asker): boolean => decide(session, commandOf(type, session), asker, 1).type === "events";
      const byAsked = rule.by.includes("asked");
      // Where nobody is named to decide, whoever leads does.
      const byPeople = byAsked || rule.by.includes("facilitator") || rule.by.includes("decider");
      // The clock ends a round at its deadline alone, and here there is none.
      const byClock = rule.by.includes("clock") && type !== "end-round";
      expect(takes(person("facilitator"))).toBe(possible && byPeople);
      expect(takes({ type: "clock" })).toBe(possible && byClock);
      expect(takes(person("member"))).toBe(possible && byAsked);
      expect(takes(person("owner"))).toBe(possible && (byAsked || rule.by.includes("owner")));
      expect(offered(session, "facilitator").includes(type)).toBe(possible && byPeople);
      expect(offered(session, "member").includes(type)).toBe(possible && byAsked);
    },
  );

  test.each(plans)(
    "in state $state, planned: $planned, asks nobody else where somebody is asked, and no observer",
    ({ state, planned }) => {
      const begun = started(planned, null, { own: planned, open: planned });
      const roles = { invited: ["member", "facilitator"], observers: ["facilitator"], decider: null };
      const decision = planned ? { text: "d", owner: null, date: null } : null;
      const session: Session = { ...begun, state, roles, decision, reminder: { at: 1, sent: 0 } };
      const { by, in: states, needs } = permission[type];
      const possible = states.includes(state) && (needs === undefined || planned);
      expect(offered(session, "member").includes(type)).toBe(possible && by.includes("asked"));
      expect(offered(session, "stranger")).toEqual([]);
      const byLead = by.includes("facilitator") || by.includes("decider");
      expect(offered(session, "facilitator").includes(type)).toBe(possible && byLead);
      if (!by.includes("asked")) return;
      expect(refusalFor(session, { type }, person("stranger"))).toEqual({ code: "not-asked" });
      expect(refusalFor(session, { type }, person("facilitator"))).toEqual({ code: "observing" });
    },
  );

  test.each(plans)(
    "in state $state, planned: $planned, gives whoever was named to decide that alone",
    ({ state, planned }) => {
      const begun = started(planned, null, { own: planned, open: planned });
      const session: Session = { ...begun, state, roles: { ...noRoles, invited: ["member"], decider: "decider" } };
      const { by, in: states } = permission[type];
      const isTheirs = by.includes("decider") && states.includes(state);
      expect(offered(session, "decider").includes(type)).toBe(isTheirs);
      if (!by.includes("decider")) return;
      for (const other of ["facilitator", "member"])
        expect(refusalFor(session, { type }, person(other))).toEqual({ code: "not-decider" });
    },
  );

  test("is refused alike by the table and by what decides", () => {
    for (const state of sessionStates) {
      const session: Session = { ...started(false, null), state };
      for (const asker of [person("facilitator"), person("member")]) {
        const refusal = refusalFor(session, { type, round: session.round }, asker);
        if (refusal === undefined) continue;
        expect(decide(session, commandOf(type, session), asker, 1)).toEqual({ type: "refused", refusal });
      }
    }
  });
});

test("each control has a button of its own, which is read back, and a word where it needs no form", () => {
  for (const command of commandTypes.filter(isControl)) {
    const action = actionFor(command, "s1", 1);
    expect(parseAction(formatAction(action))).toEqual(action);
    expect(controlBehind(verbOf(command))).toBe(command);
  }
  for (const { typed } of Object.values(languages)) {
    const verbs = Object.entries(typed.threadVerbs);
    expect(verbs.map(([verb]) => verb).toSorted()).toEqual([...pressedCommands, "controls", "ask-mend"].toSorted());
    for (const [verb, said] of verbs) for (const word of said) expect(threadVerbNamed(word)).toBe(verb);
  }
});

test("exactly what can't be taken back is asked back", () => {
  expect(commandTypes.filter(isControl).filter(asksBack)).toEqual(["reveal", "close", "cancel"]);
});

test("the clock ends a round at its deadline and not before; responses end there too", () => {
  const session = started(false, 100);
  const end: SessionCommand = { type: "end-round", round: 1 };
  expect(decide(session, end, { type: "clock" }, 99).type).toBe("refused");
  expect(decide(session, end, { type: "clock" }, 100)).toEqual({
    type: "events",
    events: [{ type: "round-ended", round: 1, by: "deadline" }],
  });
  expect(isOpen(session, 99)).toBe(true);
  expect(decide(session, commandOf("respond", session), person("member"), 100)).toEqual({
    type: "refused",
    refusal: { code: "round-over", round: 1, open: null },
  });
});

test("a discussion that participants were not told of is refused", () => {
  const session: Session = { ...started(false, null), state: "ended" };
  expect(decide(session, { type: "discuss" }, person("facilitator"), 1)).toEqual({
    type: "refused",
    refusal: { code: "no-discussion-planned" },
  });
});

type Step = {
  readonly type: CommandType;
  readonly by: Asker;
  readonly round: number;
  readonly seen: number;
  readonly wait: number;
};

const step: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom(...commandTypes, "respond" as const, "respond" as const),
  by: fc.constantFrom<Asker>(person("facilitator"), person("member"), person("other"), { type: "clock" }),
  round: fc.integer({ min: 1, max: 3 }),
  seen: fc.integer({ min: 0, max: 2 }),
  wait: fc.integer({ min: 0, max: 40 }),
});

test("for any order of any commands from any people, the promises hold", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 200 })),
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom(noRoles, { invited: ["member", "other"], observers: ["facilitator"], decider: "other" }),
      (discussion, deadline, steps, roles) => {
        let session: Session = { ...started(discussion, deadline), roles };
        let now = 0;
        let revealed = false;
        const counted = new Map<string, number>();
        for (const { type, by, round, seen, wait } of steps) {
          now += wait;
          const participant = by.type === "person" ? by.person : "nobody";
          const key = `${round} ${participant}`;
          const command: SessionCommand =
            type === "respond"
              ? { ...commandOf(type, session), ...{ round, participant, seen, current: counted.get(key) ?? 0 } }
              : type === "end-round"
                ? { type, round }
                : commandOf(type, session);
          const verdict = decide(session, command, by, now);
          if (verdict.type === "refused") continue;
          const before = session;
          if (type === "respond") expect(by.type === "person" && mayRespond(session, by.person)).toBe(true);
          if (type === "record-decision" && roles.decider !== null) expect(by).toEqual(person(roles.decider));
          for (const event of verdict.events) {
            if (event.type === "session-started") throw new Error("A session starts once");
            if (event.type === "responded") {
              expect(isOpen(session, now) && session.round === event.round).toBe(true);
              expect(event.revision).toBe((counted.get(key) ?? 0) + 1);
              counted.set(key, event.revision);
            }
            revealed ||= event.type === "revealed";
            session = evolve(session, event);
          }
          expect(session.changes.edition).toBeGreaterThanOrEqual(before.changes.edition);
          expect(before.round > 1 && session.changes.traces.some(({ type: of }) => of === "added")).toBe(
            before.round > 1 && before.changes.traces.some(({ type: of }) => of === "added"),
          );
          const events = verdict.events.filter((event) => event.type !== "responded").length;
          expect(session.revision).toBe(before.revision + events);
          // The last first response ends the round at once, and nothing comes behind it.
          const isLast = expectedOf(session).every((one) => counted.has(`${session.round} ${one}`));
          if (type === "respond" && roles !== noRoles && isLast && counted.get(key) === 1) {
            for (const event of decideAllIn(session, 2))
              if (event.type !== "session-started") session = evolve(session, event);
            expect(session.state).toBe("ended");
            expect(isOpen(session, now)).toBe(false);
          }
          expect(maySeeChoices(session) && !revealed).toBe(false);
          expect(maySeeBareReasons(session) && !discussion).toBe(false);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
