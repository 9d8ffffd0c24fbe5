import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AuditEntryRow } from "../../../database/queries/list-audit-entries"
import { namesOfIds } from "../../../database/queries/names-of-ids"
import { idsInFacts } from "../../../modules/audit/rules/ids-in-facts"
import { maskEmails, maskPersonalData } from "../../../modules/audit/rules/mask-personal-data"

/** Entries as staff read them, with what the things are called that they name by their ids. */
export async function presentAuditEntries(db: Knex, rows: AuditEntryRow[], reader: { sees_personal_data: boolean }) {
  const ids = rows.flatMap((row) => [row.subject_id, ...idsInFacts(row.before, row.after)])
  const names = await namesOfIds(db, ids)
  return rows.map((row) => presentAuditEntry(row, names, reader))
}

/** An entry as staff read it; who need not see personal data gets addresses and phones masked and no network address. */
function presentAuditEntry(
  row: AuditEntryRow,
  names: ReadonlyMap<string, string>,
  { sees_personal_data }: { sees_personal_data: boolean }
) {
  const name = (text: string | null) => (text === null || sees_personal_data ? text : maskEmails(text))
  const facts = (value: AuditEntryRow["before"]) => (sees_personal_data ? value : maskPersonalData(value))
  return {
    id: row.id,
    at: row.at,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      name: name(row.actor_name),
      ip: sees_personal_data ? row.ip : null,
      user_agent: sees_personal_data ? row.user_agent : null,
    },
    acting_for: row.acting_for_employee_id === null ? null : { employee_id: row.acting_for_employee_id, name: name(row.acting_for_name) },
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id, name: name(row.subject_name ?? names.get(row.subject_id) ?? null) },
    legal_entity: row.legal_entity_id === null ? null : { id: row.legal_entity_id, name: row.legal_entity_name },
    before: facts(row.before),
    after: facts(row.after),
    names: Object.fromEntries(
      idsInFacts(row.before, row.after).flatMap((id) => {
        const known = name(names.get(id) ?? null)
        return known === null ? [] : [[id, known]]
      })
    ),
  }
}
