import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

/** What a rule of prices or quantities can be for, or aim at. */
export const CHOICE_KINDS = [
  "contract", "legal_entity", "holding", "client_category", "region", "category", "brand", "property", "property_value", "label", "unit",
] as const // prettier-ignore
export type ChoiceKind = (typeof CHOICE_KINDS)[number]

export interface Choice {
  /** Of brands, properties and the like the word itself. */
  id: string
  name: string
  note: string | null
}

/** Properties of all products, each with its name and value. */
const FACTS = `
  from product p
  cross join lateral jsonb_to_recordset(case when jsonb_typeof(p.metadata -> 'properties') = 'array' then p.metadata -> 'properties' else '[]' end)
    as fact (name text, value text)
  where p.deleted_at is null`

/** Selects of id, name and note, one row a thing; `:within` is the property whose values are asked for. */
const SOURCES: Record<ChoiceKind, string> = {
  contract: `
    select c.id, c.number as name, e.name as note from contract c join legal_entity e on e.id = c.legal_entity_id and e.deleted_at is null
    where c.deleted_at is null and c.state <> 'closed'`,
  legal_entity: `select id, name, inn as note from legal_entity where deleted_at is null`,
  holding: `select id, name, null as note from holding where deleted_at is null`,
  client_category: `select id, name, null as note from client_category where deleted_at is null`,
  region: `select distinct region as id, region as name, null as note from contract where deleted_at is null and region is not null`,
  category: `
    select c.id, c.name, parent.name as note from product_category c join catalog_category k on k.category_id = c.id
    left join product_category parent on parent.id = c.parent_category_id where c.deleted_at is null`,
  brand: `
    select distinct metadata ->> 'manufacturer' as id, metadata ->> 'manufacturer' as name, null as note
    from product where deleted_at is null and metadata ->> 'manufacturer' <> ''`,
  property: `select distinct fact.name as id, fact.name as name, null as note ${FACTS} and fact.name <> ''`,
  property_value: `select distinct fact.value as id, fact.value as name, null as note ${FACTS} and fact.name = :within and fact.value <> ''`,
  unit: `select code as id, min(name) as name, code as note from sales_unit group by code`,
  label: `
    select tag.value as id, tag.value as name, l.name_ru || ' · ' || l.name_en as note from product_tag tag left join label l on l.code = tag.value
    where tag.deleted_at is null
    union all
    select code, code, name_ru || ' · ' || name_en from label
    where not exists (select from product_tag where value = label.code and deleted_at is null)`,
}

/** What there is to choose from, by name, and how many in all. `within` names the property of property values. */
export async function adjustmentChoices(
  db: Knex,
  { kind, q, within, limit }: { kind: ChoiceKind; q: string | null; within: string | null; limit: number }
): Promise<{ choices: Choice[]; count: number }> {
  const { rows } = await db.raw<{ rows: CountedRow<Choice>[] }>(sql(SOURCES[kind]), {
    pattern: q === null ? null : containing(q),
    limit,
    ...(kind === "property_value" ? { within: within ?? "" } : {}),
  })
  const { rows: choices, count } = countedPage(rows)
  return { choices, count }
}

function sql(source: string): string {
  return `
    with found as materialized (
      select thing.id, thing.name, cast(thing.note as text) as note from (${source}) thing
      where cast(:pattern as text) is null or thing.name ilike cast(:pattern as text) or cast(thing.note as text) ilike cast(:pattern as text)
    ),
    page as (select * from found order by name ${AS_READ}, id limit :limit)
    select counted.total_count, p.id, p.name, p.note
    from (select count(*)::int as total_count from found) as counted left join page p on true
    order by p.name ${AS_READ}, p.id`
}
