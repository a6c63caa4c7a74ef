import type { PacksMessages } from "../messages/packs.ts";

export const packs: PacksMessages = {};
