/** The store's promises, on each database. */
import { describe } from "vitest";
import { everyDatabase } from "../../testkit/databases.ts";
import { openWorlds } from "../../testkit/worlds.ts";
import { testMendRaces } from "./mend-races.ts";
import { testCards, testGuards, testKeeping, testOpening, testSettings } from "./store-contract.ts";
import { testFinding } from "./store-finding.ts";
import { testRaces } from "./store-races.ts";

describe.each(everyDatabase)("on $name", (databases) => {
  const open = openWorlds(databases);
  testOpening(open);
  testGuards(open);
  testKeeping(open);
  testSettings(open);
  testCards(open);
  testFinding(open);
  testRaces(open);
  testMendRaces(open);
});
