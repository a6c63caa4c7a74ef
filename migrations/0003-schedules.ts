/**
 * Recurring starts, what became of each, and the one table of everything that is due at an instant.
 */
import { type Kysely, sql } from "kysely";

export const schedules = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    const { schema } = database;
    await schema
      .createTable("schedules")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .addColumn("zones", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .execute();
    await schema.createIndex("schedules_of_channel").on("schedules").columns(["workspace", "channel"]).execute();
    await schema.createIndex("schedules_by_zones").on("schedules").column("zones").execute();
    await schema
      .createTable("occurrences")
      .addColumn("schedule", "text", (column) => column.notNull().references("schedules.id"))
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("wall", "text", (column) => column.notNull())
      .addColumn("outcome", "text", (column) => column.notNull())
      .addColumn("sessions", "text", (column) => column.notNull())
      .addColumn("decided_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("occurrences_key", ["schedule", "at"])
      .execute();
    await schema
      .createTable("due_work")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("claimed_until", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("due_work_key", ["kind", "subject"])
      .execute();
    await schema.createIndex("due_work_by_time").on("due_work").column("at").execute();
    await sql`insert into due_work (kind, subject, workspace, at, claimed_until)
      select 'deadline', id, workspace, deadline, 0 from sessions where deadline is not null and state = 'collecting'`.execute(
      database,
    );
    await schema.dropIndex("sessions_overdue").execute();
  },
};
