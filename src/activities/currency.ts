/** Amounts that packs count in ten thousands of a currency, say, and people read as money. */
import { z } from "zod";
import type { Translator } from "../i18n/translator.ts";

/** `scale`: how much of the currency one unit is, 10,000 where prices are told in ten thousands. */
export const currency = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, "bad-currency"),
  scale: z.number().min(1).max(1_000_000),
});

export type Currency = Readonly<z.infer<typeof currency>>;

/**
 * @example
 * money({ code: "KRW", scale: 10_000 }, 5000, t); // "KRW 50 million"
 */
export const money = ({ code, scale }: Currency, amount: number, t: Translator): string =>
  t.money(amount * scale, code);
