/** The store's promises, on each database. */
import { describe } from "vitest";
import { everyDatabase } from "../support/databases.ts";
import { openOffices } from "../support/offices.ts";
import { testCards, testGuards, testKeeping, testOpening } from "../support/store-contract.ts";
import { testRaces } from "../support/store-races.ts";

describe.each(everyDatabase)("on $name", (databases) => {
  const open = openOffices(databases);
  testOpening(open);
  testGuards(open);
  testKeeping(open);
  testCards(open);
  testRaces(open);
});
