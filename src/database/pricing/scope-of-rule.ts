import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"

/** SQL: the name of whom a rule of prices is for, by the columns `scope_kind` and `scope_id` of `rule`; null for everyone. */
export const scopeName = (rule: string): string => `
  case ${rule}.scope_kind
    when 'contract' then (
      select c.number || ' · ' || e.name from contract c join legal_entity e on e.id = c.legal_entity_id where c.id = ${rule}.scope_id)
    when 'legal_entity' then (select e.name from legal_entity e where e.id = ${rule}.scope_id)
    when 'holding' then (select h.name from holding h where h.id = ${rule}.scope_id)
    when 'client_category' then (select k.name from client_category k where k.id = ${rule}.scope_id)
    when 'region' then ${rule}.scope_id
  end`

/** A region is a word of contracts. */
const EXISTS: Record<Exclude<ScopeKind, "everyone">, string> = {
  contract: "select from contract where id = :id and deleted_at is null",
  legal_entity: "select from legal_entity where id = :id and deleted_at is null",
  holding: "select from holding where id = :id and deleted_at is null",
  client_category: "select from client_category where id = :id and deleted_at is null",
  region: "select from contract where region = :id and deleted_at is null",
}

/** Whether there is somebody of this kind that a rule of prices can be for; everyone there always is. */
export async function scopeExists(db: Knex, { kind, id }: { kind: ScopeKind; id: string | null }): Promise<boolean> {
  if (kind === "everyone" || id === null) {
    return true
  }
  const { rows } = await db.raw<{ rows: { found: boolean }[] }>(`select exists (${EXISTS[kind]}) as found`, { id })
  return rows[0]?.found === true
}
