import { noteGaps } from "../issues"
import { run, type LoadContext } from "../load-context"

/**
 * Puts the products of the package into their categories. Only links to categories of this source are replaced: what a person has put
 * elsewhere stays.
 */
export async function mergePlacements(load: LoadContext): Promise<void> {
  await run(load, WANTED_PLACEMENTS)
  await noteGaps(
    load,
    "product",
    `select 'warning' as severity, 'group_unknown' as code, 'Group ' || group_id || ' is unknown; ' || count(*) || ' products are not put into it.' as message,
       group_id as subject
     from load_placement where category_id is null group by group_id`
  )
  await run(load, touching(REMOVE_PLACEMENTS))
  await run(load, touching(ADD_PLACEMENTS))
}

const WANTED_PLACEMENTS = `
  create temporary table load_placement on commit drop as
  select distinct l.id as product_id, named.group_id, m.internal_id as category_id
  from load_product l
  cross join lateral jsonb_array_elements_text(l.record -> 'groups') as named (group_id)
  left join erp_mapping m on m.source = :source and m.kind = 'group' and m.external_id = named.group_id`

/** Variants of new products are touched already. */
const touching = (write: string) => `
  with written as (${write} returning product_id)
  insert into load_touched (variant_id)
  select v.id from written
  join load_product l on l.id = written.product_id and not l.is_new
  join product_variant v on v.product_id = written.product_id`

const REMOVE_PLACEMENTS = `
  delete from product_category_product link
  using load_product l, erp_mapping m
  where l.record -> 'groups' is not null and not l.is_new and link.product_id = l.id
    and m.kind = 'group' and m.internal_id = link.product_category_id and m.source = :source
    and not exists (select from load_placement p where p.product_id = link.product_id and p.category_id = link.product_category_id)`

const ADD_PLACEMENTS = `
  insert into product_category_product (product_id, product_category_id)
  select distinct p.product_id, p.category_id from load_placement p
  where p.category_id is not null
    and not exists (select from product_category_product link where link.product_id = p.product_id and link.product_category_id = p.category_id)`
