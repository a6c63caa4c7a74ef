/** A process that opens the store at the address it is given, and ends. */
import { openStoreBeside } from "../src/store/open.ts";

const { store } = await openStoreBeside(process.argv[2] ?? "");
await store.close();
