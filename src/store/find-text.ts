/** Looks a text up in every column of every table, those of later versions too. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * The tables, as `table.column`, that hold the text as a whole value or as a string within JSON.
 */
export const findText = async (database: Kysely<Tables>, text: string): Promise<readonly string[]> => {
  const pattern = `%${JSON.stringify(text).replaceAll(/[\\%_]/g, "\\$&")}%`;
  const found: string[] = [];
  for (const { name: table, columns } of await database.introspection.getTables())
    for (const { name } of columns) {
      const value = sql`cast(${sql.ref(name)} as text)`;
      const query = sql`select 1 from ${sql.table(table)} where ${value} = ${text} or ${value} like ${pattern} escape '\\' limit 1`;
      if ((await query.execute(database)).rows.length > 0) found.push(`${table}.${name}`);
    }
  return found;
};
