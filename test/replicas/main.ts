/**
 * Shows two processes on one PostgreSQL, one of them killed in the middle: `npm run replicas`. Ends
 * with 1 when anything was lost or is drawn wrong.
 */
import { people } from "../../adapters/playground/people.ts";
import { runReplicas } from "../../testkit/replicas.ts";

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const size = { sessions: 20, responses: 10 };
const seen = await runReplicas(size, tell);
const { acknowledged, lost, answered, sessions, revealedRight, cardsWrong } = seen;
tell(`Acknowledged: ${acknowledged.before} before the kill, ${acknowledged.after} after it; lost: ${lost}`);
tell(`Requests answered by the killed process: ${answered[0]}; by the other: ${answered[1]}`);
tell(
  `Reveals that count everybody and show their last reasons: ${revealedRight} of ${sessions}; cards wrong: ${cardsWrong}`,
);
const all = acknowledged.before + acknowledged.after === size.sessions * people.length * size.responses;
const right = all && lost === 0 && revealedRight === sessions && cardsWrong === 0;
tell(right ? "Nothing was lost." : "SOMETHING IS WRONG.");
process.exitCode = right ? 0 : 1;
