/**
 * What is observed, as Prometheus reads it. No label names a person, a workspace, a session or what
 * anybody chose.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Observation, Observe } from "../requests/observation.ts";
import type { BacklogSums } from "./backlog.ts";

export type Metrics = {
  readonly observe: Observe;
  /** Everything in Prometheus' text format. */
  readonly render: () => Promise<string>;
  readonly contentType: string;
};

/**
 * Seconds; a commit on a disk of today takes a few milliseconds, and a person waits for three
 * seconds at most.
 */
const commitBuckets = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** `readBacklog` is asked at each rendering. */
export const makeMetrics = (readBacklog: () => Promise<BacklogSums>): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const count = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = count("workshop_requests_total", "Requests, by how they were answered", ["request", "reply"]);
  const refusals = count("workshop_refusals_total", "Requests that were refused, by reason", ["code"]);
  const failures = count("workshop_platform_errors_total", "Calls that a platform did not do at once", [
    "call",
    "kind",
  ]);
  const unserved = count("workshop_http_refusals_total", "HTTP requests that were refused, by status", ["status"]);
  const commits = new Histogram({
    name: "workshop_commit_seconds",
    help: "Time until a change was on disk, or was not",
    labelNames: ["outcome"],
    buckets: commitBuckets,
    registers,
  });
  const gauges = makeGauges(registers);
  const observe = (observation: Observation): void => {
    switch (observation.type) {
      case "answered": {
        const { request, reply, code } = observation;
        requests.inc({ request, reply });
        if (code !== undefined) refusals.inc({ code });
        return;
      }
      case "committed":
        commits.observe({ outcome: observation.outcome }, observation.ms / 1000);
        return;
      case "request-refused":
        unserved.inc({ status: observation.status });
        return;
      case "platform-failed":
        failures.inc({ call: observation.call, kind: observation.kind });
        return;
      default:
        observation satisfies never;
    }
  };
  return {
    observe,
    render: async () => {
      gauges.set(await readBacklog());
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};

const makeGauges = (registers: Registry[]) => {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const cards = gauge("workshop_cards_waiting", "Cards that wait to be drawn");
  const oldest = gauge("workshop_cards_oldest_waiting_seconds", "How long the oldest of them has waited");
  const uncertain = gauge("workshop_posts_uncertain", "Messages that may or may not have been posted");
  const due = gauge("workshop_due_work_waiting", "Work that is due and not done", ["kind"]);
  return {
    set: (backlog: BacklogSums): void => {
      cards.set(backlog.cards);
      oldest.set(backlog.oldestMs / 1000);
      uncertain.set(backlog.uncertain);
      for (const kind of ["occurrence", "deadline", "reminder", "nudge", "news", "erasure", "finding"] as const)
        due.set({ kind }, backlog.due[kind] ?? 0);
    },
  };
};
