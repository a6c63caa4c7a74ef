import type { OperatingMessages } from "../messages/operating.ts";

export const operating: OperatingMessages = {
  backup: {
    done: ({ file }) => `The backup is complete and was checked: ${file}`,
    notAFile: "DATABASE_URL isn’t a file. Back PostgreSQL up with pg_dump.",
    noDatabase: ({ file }) => `There is no database to back up at ${file}. Check DATABASE_URL.`,
    noFolder: ({ file }) => `The folder for ${file} doesn’t exist. Make it first, or choose another.`,
    exists: ({ file }) => `${file} exists already and was left as it is. Choose another name.`,
  },
  forget: {
    done: ({ sessions, responses, schedules, ended }) =>
      [
        `Sessions in which this person stood: ${sessions}. Responses that lost name and words, or were withdrawn: ${responses}.`,
        `Schedules of theirs that were deleted: ${schedules}. Sessions that were ended since nobody else leads them: ${ended}.`,
        ...(sessions + schedules === 0 ? ["If you expected more, check the workspace and the id."] : []),
      ].join("\n"),
    left: ({ where }) =>
      `The id still stands here, in another workspace or in what somebody else wrote: ${where.join(", ")}`,
    logInUse:
      "The rows are gone, but another process kept the database busy, so old pages may still be in the file or its log. Run this again in a moment.",
  },
  export: {
    done: ({ sessions, folder }) => `Exported to ${folder}. Sessions: ${sessions}.`,
    nothing: ({ workspace }) => `Nothing was revealed in the workspace ${workspace}, so no file was written.`,
  },
  doctor: {
    parts: {
      database: "database",
      packs: "packs",
      address: "address",
      token: "token",
      scopes: "scopes",
      credentials: "credentials",
      clock: "clock",
    },
    ok: "ok",
    unchecked: "not checked from here",
    database: {
      none: () => "There is none yet; it is made at the start.",
      current: () => "ok, up to date",
      behind: ({ migrations }) => `ok; the next start brings it up to date (${migrations.join(", ")}).`,
      newer: ({ migrations }) =>
        `A newer version has written it (${migrations.join(", ")}). Start that version, or name another database.`,
    },
    addressUnasked: "not checked; give the public address, such as npm run doctor -- https://workshop.example.com",
    addressReady: ({ address }) => `ok: ${address} answers.`,
    addressUnready: ({ address, status }) =>
      `${address}/readyz answers ${status}. Check the server's log, and that the proxy leads to it.`,
    addressUnreachable: ({ address }) => `${address} can't be reached. Check its name, certificate and proxy.`,
    refused: ({ variable, why }) => `${variable} is refused (${why}). Copy it anew.`,
    scopesMissing: ({ scopes }) =>
      `These are missing: ${scopes.join(", ")}. Add them as in manifest.json, then install the app again.`,
    unreachable: ({ host }) => `${host} can't be reached from here. Check the network and its proxy.`,
    clockOff: ({ seconds, ahead }) =>
      `This machine's clock is ${seconds} s ${ahead ? "ahead" : "behind"}. Set it by NTP; otherwise requests are refused and deadlines are off.`,
  },
  newer: ({ migrations }) =>
    `The database that DATABASE_URL names was written by a newer version of Decision Workshop (it has ${migrations.join(", ")}). Start that version, or name another database.`,
  unusable: {
    served: ({ file }) =>
      `Another process serves this database already: ${file}. Stop it first, or give this one a DATABASE_URL of its own. Several processes can share PostgreSQL.`,
    locked: ({ file }) =>
      `Another program holds a lock on the database that DATABASE_URL names: ${file}. Close the shell, backup or tool that has it open, then start again.`,
    "not-a-database": ({ file }) =>
      `DATABASE_URL names a file that isn’t a SQLite database: ${file}. Name another one, or move this one away, and a new database is made.`,
    damaged: ({ file }) =>
      `The database that DATABASE_URL names is damaged: ${file}. Keep a copy of it, and put your last backup in its place.`,
    "not-allowed": ({ file }) =>
      `The database that DATABASE_URL names can’t be opened: ${file}. The user who runs this needs to read and write it and its folder. Give it to them, or name another one.`,
    "no-folder": ({ file }) =>
      `DATABASE_URL names a file that can’t be made: ${file}. Check its folder, and that the name isn’t a folder’s.`,
  },
};
