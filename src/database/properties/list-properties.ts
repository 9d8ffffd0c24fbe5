import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

/** A property as the staff set it. */
export interface CatalogProperty {
  id: string
  kind: "brand" | "label" | "property"
  /** As the ERP calls it; empty for brands and labels. */
  name: string
  title_ru: string | null
  title_en: string | null
  /** As set; null = {@link proposed_unit}. */
  unit: string | null
  proposed_unit: string | null
  /** As set; null = {@link proposed_facet}. */
  is_facet: boolean | null
  proposed_facet: boolean
  is_searchable: boolean
  is_on_card: boolean
  /** Among facets and on the card; null = after those that have one. */
  position: number | null
  is_number: boolean
  /** Different values that products have, or have had. */
  value_count: number
}

const COLUMNS = `
  p.id, p.kind, p.name, p.title_ru, p.title_en, p.unit, p.proposed_unit, p.is_facet, p.proposed_facet, p.is_searchable, p.is_on_card, p.position,
  p.is_number, p.value_count`

const SQL = `
  with found as materialized (
    select p.key, ${COLUMNS} from catalog_property p
    where cast(:pattern as text) is null or concat_ws(' ', p.name, p.title_ru, p.title_en) ilike cast(:pattern as text)
  ),
  page as (select * from found order by position nulls last, name ${AS_READ}, key limit :limit offset :offset)
  select counted.total_count, ${COLUMNS} from (select count(*)::int as total_count from found) as counted left join page p on true
  order by p.position nulls last, p.name ${AS_READ}, p.key`

/** Properties by their position, then by name. */
export async function listProperties(
  db: Knex,
  { q, limit, offset }: { q: string; limit: number; offset: number }
): Promise<{ properties: CatalogProperty[]; count: number }> {
  const { rows } = await db.raw<{ rows: CountedRow<CatalogProperty>[] }>(SQL, { pattern: q === "" ? null : containing(q), limit, offset })
  const { rows: properties, count } = countedPage(rows)
  return { properties, count }
}

const ONE = `select ${COLUMNS} from catalog_property p where p.id = :id for update`

/** One property, locked; null when there is none. */
export async function lockProperty(trx: Knex, id: string): Promise<CatalogProperty | null> {
  const { rows } = await trx.raw<{ rows: CatalogProperty[] }>(ONE, { id })
  return rows[0] ?? null
}
