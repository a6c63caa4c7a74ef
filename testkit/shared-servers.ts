/**
 * What a run of the tests starts once for all its files, and only when a file asks: the database
 * server, the browser, the page. `test/global-setup.ts` holds them; files ask by HTTP.
 */

const variable = "WORKSHOP_TEST_SERVERS";

/** Where to ask; what is started from here on inherits it. */
export const announceServers = (address: string): void => {
  process.env[variable] = address;
};

/** The address of the run's only one of its kind. Rejects with what went wrong as it started. */
export const addressOfShared = async (kind: "postgres" | "browser" | "page"): Promise<string> => {
  const address = process.env[variable];
  if (address === undefined) throw new Error("No run of tests holds servers to share");
  const answer = await fetch(`${address}/${kind}`);
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return said;
};
