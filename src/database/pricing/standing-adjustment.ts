import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type AdjustmentFacts, inOneOrder } from "../../modules/contract-pricing/rules/adjustment"

/** An adjustment as it stands, with its facts as {@link AdjustmentFacts} has them. */
export interface StandingAdjustment {
  key: number
  id: string
  source: "erp" | "portal"
  is_deleted: boolean
  /** ISO 8601 to the microsecond: the version that a change is made to. */
  updated_at: string
  facts: AdjustmentFacts
}

type Row = Omit<StandingAdjustment, "facts"> & Omit<AdjustmentFacts, "list"> & { list: number[] | null }

const COLUMNS = `
  a.key, a.id, a.source, a.deleted_at is not null as is_deleted, to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at,
  a.name, a.scope_kind, a.scope_id, a.category_key, a.kind, trim_scale(a.value)::text as value, a.currency_code,
  trim_scale(a.from_quantity)::text as from_quantity, case when isfinite(a.starts_on) then a.starts_on::text end as starts_on,
  case when isfinite(a.ends_on) then a.ends_on::text end as ends_on, a.is_stacking,
  (select coalesce(json_agg(json_build_object('kind', t.kind, 'name', t.name, 'value', t.value)), '[]')
    from price_trait t where t.key = any (a.trait_keys) and t.kind <> 'list') as traits,
  (select coalesce((select json_agg(x.entry_key order by x.entry_key) from trait_entry x where x.trait_key = t.key), '[]')
    from price_trait t where t.key = any (a.trait_keys) and t.kind = 'list') as list`

/** One adjustment, live or ended; null for an unknown id. `lock` keeps others from changing it until the transaction ends. */
export async function standingAdjustment(
  db: Knex,
  { id, lock = false }: { id: string; lock?: boolean }
): Promise<StandingAdjustment | null> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select ${COLUMNS} from price_adjustment a where a.id = :id ${lock ? "for update of a" : ""}`,
    {
      id,
    }
  )
  return rows[0] ? toStanding(rows[0]) : null
}

/** Live adjustments made by hand that have these facts but for traits and list, which are for the caller to compare; the oldest first. */
export async function likeAdjustments(db: Knex, facts: AdjustmentFacts): Promise<StandingAdjustment[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select ${COLUMNS} from price_adjustment a
     where a.scope_kind = :scope_kind and a.scope_id = :scope_id and a.deleted_at is null and a.source = 'portal' and a.name = :name
       and a.kind = :kind and a.value = cast(:value as numeric) and a.category_key is not distinct from cast(:category_key as int)
     order by a.key limit 100`,
    {
      scope_kind: facts.scope_kind,
      scope_id: facts.scope_id,
      name: facts.name,
      kind: facts.kind,
      value: facts.value,
      category_key: facts.category_key,
    }
  )
  return rows.map(toStanding)
}

/** All live adjustments that were made by hand, by id. */
export async function liveAdjustments(db: Knex): Promise<Map<string, StandingAdjustment>> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select ${COLUMNS} from price_adjustment a where a.deleted_at is null and a.source = 'portal' order by a.key`
  )
  return new Map(rows.map((row) => [row.id, toStanding(row)]))
}

function toStanding({ key, id, source, is_deleted, updated_at, traits, ...facts }: Row): StandingAdjustment {
  return { key, id, source, is_deleted, updated_at, facts: { ...facts, traits: inOneOrder(traits) } }
}
