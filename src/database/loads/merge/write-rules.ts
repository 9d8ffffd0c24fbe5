import { count, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"
import { mapDocuments } from "./match-documents"

/** What of rules of a kind is written. */
export interface RuleTarget {
  /** Their table; `load_<table>` has the documents (see `matchDocuments`), `load_wanted_<table>` the rows as they should be, by id with `is_new` and `seq`. */
  table: "price_adjustment" | "price_threshold" | "order_rule" | "visibility_rule"
  /** All columns that the ERP decides. */
  columns: readonly string[]
  /** Columns with any of which a rule gets another `key`: what was made of it holds no longer. */
  renewedBy?: readonly string[]
  /** SQL: a row as the log has it, by the names that screens show and not by keys. */
  facts: (row: string) => string
}

/** Brings rules in line with what the ERP says: only rows that differ are written, and each change is logged by the statement that makes it. */
export async function writeRules(load: LoadContext, target: RuleTarget): Promise<void> {
  const { table } = target
  const rows = { subject: table }
  const deleted = await runAudited(load, removed(target), rows, { asOf: load.asOf })
  const updated = await runAudited(load, changed(target), rows, { asOf: load.asOf })
  const created = await runAudited(load, added(target), rows, { asOf: load.asOf })
  await mapDocuments(load, table)
  count(load, `${table}s`, { created: created.changed, updated: updated.changed, deleted: deleted.changed })
}

const removed = ({ table, facts }: RuleTarget) => `
  update ${table} t set deleted_at = now(), updated_at = now(), as_of = :asOf
  from load_${table} l where l.is_deleted and t.id = l.id and t.deleted_at is null
  returning t.id as subject_id, null::text as legal_entity_id, ${facts("t")} as before, null::jsonb as after`

const differ = (columns: readonly string[]) =>
  `(${columns.map((column) => `t.${column}`).join(", ")}) is distinct from (${columns.map((column) => `w.${column}`).join(", ")})`

const changed = ({ table, columns, renewedBy, facts }: RuleTarget) => `
  update ${table} t set ${columns.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = now()${
    renewedBy ? `, key = case when ${differ(renewedBy)} then nextval(pg_get_serial_sequence('${table}', 'key')) else t.key end` : ""
  }
  from load_wanted_${table} w join ${table} was on was.id = w.id
  where not w.is_new and t.id = w.id
    and ${differ(columns)}
  returning t.id as subject_id, null::text as legal_entity_id, ${facts("was")} as before, ${facts("t")} as after`

const added = ({ table, columns, facts }: RuleTarget) => `
  insert into ${table} (id, ${columns.join(", ")}, as_of)
  select id, ${columns.join(", ")}, :asOf from load_wanted_${table} where is_new order by seq
  returning id as subject_id, null::text as legal_entity_id, null::jsonb as before, ${facts(table)} as after`
