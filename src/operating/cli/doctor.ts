/**
 * `doctor`: looks at an installation from outside and changes nothing in it: a row a part, each
 * right or with what to do.
 */
import { kinds } from "../../activities/kinds.ts";
import type { OperatingMessages } from "../../i18n/messages/operating.ts";
import { translatorFor } from "../../i18n/translator.ts";
import { loadPacks } from "../../packs/folder.ts";
import { formatMistakes } from "../../packs/mistakes.ts";
import { examineStore } from "../../store/open.ts";
import type { Config } from "../config.ts";
import type { Examined } from "../examined.ts";

type Words = OperatingMessages["doctor"];
type Row = { readonly part: string; readonly isRight: boolean; readonly says: string };

/** More than this and times of reminders and deadlines are off by what people notice. */
const clockMsMax = 30_000;
const waitMsMax = 10_000;

/** `address`: where the server is reached from outside; undefined where it isn't to be tried. */
export const doctor = async (config: Config, address: string | undefined): Promise<void> => {
  const t = translatorFor(config.locale);
  const say = t.messages.operating.doctor;
  const rows = [
    await databaseRow(config, say),
    await packsRow(config, t),
    await addressRow(address, say),
    ...(await platformRows(config, say)),
  ];
  const width = Math.max(...rows.map(({ part }) => part.length));
  for (const { part, isRight, says } of rows)
    process.stdout.write(`${isRight ? "✓" : "✗"} ${part.padEnd(width)}  ${says}\n`);
  if (rows.some(({ isRight }) => !isRight)) process.exitCode = 1;
};

const databaseRow = async ({ databaseUrl }: Config, say: Words): Promise<Row> => {
  const part = say.parts.database;
  try {
    const { type, migrations } = await examineStore(databaseUrl);
    return { part, isRight: type !== "newer", says: say.database[type]({ migrations }) };
  } catch (fault) {
    return { part, isRight: false, says: fault instanceof Error ? fault.message : String(fault) };
  }
};

const packsRow = async ({ packFolders }: Config, t: ReturnType<typeof translatorFor>): Promise<Row> => {
  const say = t.messages.operating.doctor;
  const loaded = await loadPacks(packFolders, kinds);
  if (loaded.type === "mistakes")
    return { part: say.parts.packs, isRight: false, says: formatMistakes(loaded.mistakes, t).join(" ") };
  return {
    part: say.parts.packs,
    isRight: true,
    says: loaded.packs.map(({ id, version }) => `${id} ${version}`).join(", "),
  };
};

const addressRow = async (address: string | undefined, say: Words): Promise<Row> => {
  const part = say.parts.address;
  if (address === undefined) return { part, isRight: true, says: say.addressUnasked };
  try {
    const response = await fetch(new URL("/readyz", address), { signal: AbortSignal.timeout(waitMsMax) });
    return response.ok
      ? { part, isRight: true, says: say.addressReady({ address }) }
      : { part, isRight: false, says: say.addressUnready({ address, status: response.status }) };
  } catch {
    return { part, isRight: false, says: say.addressUnreachable({ address }) };
  }
};

const platformRows = async ({ platforms }: Config, say: Words): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const { adapter, examine } of platforms)
    for (const examined of (await examine?.()) ?? []) rows.push(rowOf(adapter.name, examined, say));
  return rows;
};

const rowOf = (name: string, examined: Examined, say: Words): Row => {
  const row = (about: string, isRight: boolean, says: string): Row => ({ part: `${name}: ${about}`, isRight, says });
  switch (examined.type) {
    case "ok":
      return row(say.parts[examined.about], true, say.ok);
    case "refused":
      return row(examined.variable, false, say.refused(examined));
    case "scopes-missing":
      return row(say.parts.scopes, false, say.scopesMissing(examined));
    case "unreachable":
      return row(say.parts.address, false, say.unreachable(examined));
    case "unchecked":
      return row(say.parts[examined.about], true, say.unchecked);
    case "clock": {
      const seconds = Math.round(Math.abs(examined.aheadMs) / 1000);
      const isRight = Math.abs(examined.aheadMs) <= clockMsMax;
      return row(say.parts.clock, isRight, isRight ? say.ok : say.clockOff({ seconds, ahead: examined.aheadMs > 0 }));
    }
    default:
      return examined satisfies never;
  }
};
