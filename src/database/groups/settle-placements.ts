import { run, type LoadStatement } from "../loads/load-context"

/**
 * Puts products where the groups that they are in are mapped to, and takes them out of where they no longer are. Touched are only links that
 * follow from groups: what a person has put somewhere stays there.
 *
 * @param products name of a temporary table with a column `product_id`, each once
 * @returns how many products were moved
 */
export async function settlePlacements(load: LoadStatement, products: string): Promise<number> {
  await run(load, `create temporary table settled_wanted on commit drop as ${wanted(products)}`)
  const { rows } = await run<{ moved: number }>(load, settle(products))
  await run(load, `drop table settled_wanted`)
  return rows[0]?.moved ?? 0
}

/** A category or a product that is gone takes no link; its mapping stays for the staff to see. */
const wanted = (products: string) => `
  select distinct p.product_id, g.category_id
  from ${products} p
  join product known on known.id = p.product_id
  join group_product held on held.product_id = p.product_id
  join group_mapping g on g.source = held.source and g.external_id = held.group_external_id
  join product_category c on c.id = g.category_id and c.deleted_at is null`

const settle = (products: string) => `
  with stale as (
    delete from erp_placement e using ${products} p
    where e.product_id = p.product_id
      and not exists (select from settled_wanted w where w.product_id = e.product_id and w.category_id = e.category_id)
    returning e.product_id, e.category_id
  ),
  removed as (
    delete from product_category_product link using stale
    where link.product_id = stale.product_id and link.product_category_id = stale.category_id
    returning link.product_id
  ),
  added as (
    insert into product_category_product (product_id, product_category_id)
    select w.product_id, w.category_id from settled_wanted w
    where not exists (select from product_category_product link where link.product_id = w.product_id and link.product_category_id = w.category_id)
    returning product_id, product_category_id
  ),
  noted as (
    insert into erp_placement (product_id, category_id) select product_id, product_category_id from added on conflict do nothing
  )
  select count(*)::int as moved from (select product_id from removed union select product_id from added) changed`
