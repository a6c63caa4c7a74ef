import type { PageMessages } from "../messages/page.ts";

export const page: PageMessages = {};
