import { settlePlacements } from "../../groups/settle-placements"
import { noteGaps } from "../issues"
import { run, type LoadContext } from "../load-context"
import { VARIANTS_OF_WRITTEN } from "./variants-of-written"

/**
 * Puts the products of the package into their categories. Only links that follow from groups of this source are replaced: what a person has put
 * elsewhere stays.
 */
export async function mergePlacements(load: LoadContext): Promise<void> {
  await run(load, WANTED_PLACEMENTS)
  await noteGaps(
    load,
    "product",
    `select 'warning' as severity, 'group_unknown' as code, 'Group ' || group_id || ' is unknown; ' || count(*) || ' products are not put into it.' as message,
       group_id as subject
     from load_placement where state is null group by group_id`
  )
  const { rows } = await run<{ found: boolean }>(load, HAS_MAPPED)
  const hasMapped = rows[0]?.found ?? false
  if (hasMapped) {
    await run(load, REGROUPED)
  }
  await run(load, touching(REMOVE_PLACEMENTS))
  await run(load, touching(ADD_PLACEMENTS))
  if (hasMapped) {
    await run(load, OWN_NO_MIRRORED)
    await settlePlacements(load, "load_regrouped")
    await run(load, TOUCH_REGROUPED)
  }
}

/**
 * Puts new products into categories that stand already, before the groups of the package are merged: a group that is mirrored keeps its category, unless that was
 * deleted. {@link mergePlacements} does the rest.
 */
export async function placeNewProducts(load: LoadContext): Promise<void> {
  await run(load, PLACE_NEW)
}

const PLACE_NEW = `
  insert into product_category_product (product_id, product_category_id)
  select distinct l.id, g.category_id
  from load_product l
  cross join lateral jsonb_array_elements_text(l.record -> 'groups') as named (group_id)
  join group_mapping g on g.source = :source and g.external_id = named.group_id and g.state = 'mirrored'
  join product_category c on c.id = g.category_id and c.deleted_at is null
  order by l.id`

/** Groups that are not mirrored are few, if there are any: only of them it is kept what they hold. */
const HAS_MAPPED = `select exists (select from group_mapping where source = :source and state <> 'mirrored') as found`

/** Which products such groups hold, of those whose groups the package tells. Gives `load_regrouped`: all that are or were in one. */
const REGROUPED = `
  create temporary table load_regrouped on commit drop as
  with told as materialized (select id from load_product where record -> 'groups' is not null),
  gone as (
    delete from group_product held using told
    where held.source = :source and held.product_id = told.id
      and not exists (select from load_placement p where p.product_id = held.product_id and p.group_id = held.group_external_id)
    returning held.product_id
  ),
  come as (
    insert into group_product (source, group_external_id, product_id)
    select :source, p.group_id, p.product_id from load_placement p
    where p.state <> 'mirrored' on conflict do nothing
    returning product_id
  )
  select product_id from gone union select product_id from come
  union select held.product_id from group_product held join told on told.id = held.product_id`

/** A link that a mirrored group asks for too is its own from now on. */
const OWN_NO_MIRRORED = `
  delete from erp_placement e using load_placement p where p.state = 'mirrored' and e.product_id = p.product_id and e.category_id = p.category_id`

const TOUCH_REGROUPED = `
  with written as (select product_id from load_regrouped)
  insert into load_touched (variant_id) ${VARIANTS_OF_WRITTEN}`

const WANTED_PLACEMENTS = `
  create temporary table load_placement on commit drop as
  select distinct l.id as product_id, named.group_id, g.state, case when g.state = 'mirrored' then g.category_id end as category_id
  from load_product l
  cross join lateral jsonb_array_elements_text(l.record -> 'groups') as named (group_id)
  left join group_mapping g on g.source = :source and g.external_id = named.group_id`

/** Variants of new products are touched already. */
const touching = (write: string) => `
  with moved as (${write} returning product_id),
       written as (select moved.product_id from moved join load_product l on l.id = moved.product_id and not l.is_new)
  insert into load_touched (variant_id) ${VARIANTS_OF_WRITTEN}`

const REMOVE_PLACEMENTS = `
  delete from product_category_product link
  using load_product l, group_mapping g
  where l.record -> 'groups' is not null and not l.is_new and link.product_id = l.id
    and g.source = :source and g.state = 'mirrored' and g.category_id = link.product_category_id
    and not exists (select from erp_placement e where e.product_id = link.product_id and e.category_id = link.product_category_id)
    and not exists (select from load_placement p where p.product_id = link.product_id and p.category_id = link.product_category_id)`

const ADD_PLACEMENTS = `
  insert into product_category_product (product_id, product_category_id)
  select distinct p.product_id, p.category_id from load_placement p
  where p.category_id is not null
    and not exists (select from product_category_product link where link.product_id = p.product_id and link.product_category_id = p.category_id)`
