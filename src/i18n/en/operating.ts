import type { OperatingMessages } from "../messages/operating.ts";

export const operating: OperatingMessages = {
  backup: {
    done: ({ file }) => `The backup is complete and was checked: ${file}`,
    notAFile: "DATABASE_URL isn’t a file. Back PostgreSQL up with pg_dump.",
    noDatabase: ({ file }) => `There is no database to back up at ${file}. Check DATABASE_URL.`,
    noFolder: ({ file }) => `The folder for ${file} doesn’t exist. Make it first, or choose another.`,
    exists: ({ file }) => `${file} exists already and was left as it is. Choose another name.`,
  },
};
