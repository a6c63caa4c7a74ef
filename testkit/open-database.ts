/** A process that opens the store at the address it is given, and ends. */
import { openStore } from "../src/store/open.ts";

const { store } = await openStore(process.argv[2] ?? "");
await store.close();
