import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"

/** A select of one column `variant_id`, with its positional bindings. */
export interface NamedVariants {
  sql: string
  bindings: string[][]
}

/** Every variant that the catalogue knows. */
export const ALL_VARIANTS: NamedVariants = { sql: "select variant_id from catalog_entry", bindings: [] }

/**
 * Brings up to date which of these entries have the traits that price adjustments aim at: brand (`product.metadata.manufacturer`), property
 * (`product.metadata.properties`), label (a tag of the product, or one that it bears by a rule: `label_entry`). Lists are as they were told, but for characteristics of a
 * plain item that is on one ({@link SIBLINGS}). Writes only what differs.
 *
 * @param traitKeys traits that are new: of all goods, by whoever has these locked; all traits where left out
 */
export async function refreshTraitEntries(db: Knex, named: NamedVariants, traitKeys?: number[]): Promise<void> {
  if (!traitKeys) {
    await lockGoodsOfRules(db, "shared")
    await followPlainItems(db, named)
  }
  const { rows } = await db.raw<{ rows: { found: boolean }[] }>(`select exists (select from price_trait where kind <> 'list') as found`)
  if (!rows[0]?.found) {
    return
  }
  const traits = traitKeys ? `kind <> 'list' and key = any (array[${traitKeys.map(Number).join(", ")}]::int[])` : `kind <> 'list'`
  await db.raw(REFRESH(named.sql, traits), named.bindings)
}

/**
 * SQL: the characteristics `sibling` of a plain item, whose entry is `base`. To the ERP the item is the goods whatever their characteristic: a list that names it names all of
 * them, and it would reach nothing otherwise, since the plain item itself is not sold beside them.
 */
export const SIBLINGS = `
  join product_variant plain on plain.id = base.variant_id and plain.metadata ->> 'is_base' = 'true'
  join catalog_entry sibling on sibling.product_id = base.product_id and sibling.key <> base.key`

const ANY_LIST = `select exists (select from price_trait t join trait_entry x on x.trait_key = t.key where t.kind = 'list') as found`

const FOLLOW = (named: string) => `
  insert into trait_entry (trait_key, entry_key)
  select distinct t.key, sibling.key
  from (select distinct e.product_id from (${named}) n join catalog_entry e on e.variant_id = n.variant_id where e.product_id is not null) p
  join catalog_entry base on base.product_id = p.product_id ${SIBLINGS}
  join trait_entry x on x.entry_key = base.key
  join price_trait t on t.key = x.trait_key and t.kind = 'list'
  where not exists (select from trait_entry o where o.trait_key = t.key and o.entry_key = sibling.key)
  order by 1, 2`

/** Characteristics that come are on the lists of their plain item at once: what a rule hides is seen by nobody meanwhile. */
async function followPlainItems(db: Knex, named: NamedVariants): Promise<void> {
  const { rows } = await db.raw<{ rows: { found: boolean }[] }>(ANY_LIST)
  if (rows[0]?.found) {
    await db.raw(FOLLOW(named.sql), named.bindings)
  }
}

/** What is wanted is found once: rows that go are not in it, and rows that come were not there, so that neither sees the other. */
const REFRESH = (named: string, traits: string) => `
  with named as materialized (${named}),
  trait as materialized (select key, kind, name, value from price_trait where ${traits}),
  entry as materialized (
    select e.key, p.id as product_id, p.metadata ->> 'manufacturer' as brand,
      case when jsonb_typeof(p.metadata -> 'properties') = 'array' then p.metadata -> 'properties' else '[]' end as properties
    from (select distinct variant_id from named) n join catalog_entry e on e.variant_id = n.variant_id left join product p on p.id = e.product_id
  ),
  wanted as materialized (
    select t.key as trait_key, e.key as entry_key from entry e join trait t on t.kind = 'brand' and t.value = e.brand
    union
    select t.key, e.key from entry e cross join jsonb_to_recordset(e.properties) as fact (name text, value text)
    join trait t on t.kind = 'property' and t.name = fact.name and t.value = fact.value
    union
    select t.key, e.key from entry e
    join product_tags link on link.product_id = e.product_id
    join product_tag tag on tag.id = link.product_tag_id and tag.deleted_at is null
    join trait t on t.kind = 'label' and t.value = tag.value
    union
    select t.key, e.key from trait t
    join label l on l.code = t.value
    join label_entry x on x.label_key = l.key
    join entry e on e.key = x.entry_key
    where t.kind = 'label'
  ),
  removed as (
    delete from trait_entry x using entry e, trait t
    where x.entry_key = e.key and x.trait_key = t.key
      and not exists (select from wanted w where w.trait_key = x.trait_key and w.entry_key = x.entry_key)
  )
  insert into trait_entry (trait_key, entry_key)
  select w.trait_key, w.entry_key from wanted w
  where not exists (select from trait_entry x where x.trait_key = w.trait_key and x.entry_key = w.entry_key)
  order by w.trait_key, w.entry_key`
