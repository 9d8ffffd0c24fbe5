import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A tag of products that shuts adjustments off: what bears it costs its base price, or the price of the contract. */
export interface ExclusiveLabel {
  id: string
  label: string
  source: "erp" | "portal"
  /** Moment of the ERP's word, ISO 8601. */
  as_of: string | null
  /** Entries of the catalogue that bear it. */
  entry_count: number
}

/** The columns of a label, from `x` exclusive_label and `t` its trait. */
export const EXCLUSIVE_LABEL_COLUMNS = `
  x.id, t.value as label, x.source, to_jsonb(x.as_of) #>> '{}' as as_of,
  (select count(*)::int from trait_entry e where e.trait_key = x.trait_key) as entry_count`

const SQL = `select ${EXCLUSIVE_LABEL_COLUMNS} from exclusive_label x join price_trait t on t.key = x.trait_key order by t.value collate "C"`

/** All labels that shut adjustments off, by name; an installation has a handful. */
export async function listExclusiveLabels(db: Knex): Promise<ExclusiveLabel[]> {
  const { rows } = await db.raw<{ rows: ExclusiveLabel[] }>(SQL)
  return rows
}
