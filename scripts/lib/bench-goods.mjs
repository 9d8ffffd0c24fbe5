import { step } from "./progress.mjs"
import { Refused } from "./refused.mjs"

/** Base units of each chosen item in each warehouse: enough for every repeat, also of the largest step. */
const STOCK = 1_000_000

/** Listed entries with a price under the dealer's contract, whose article means them alone; the quantity is the smallest that may be ordered. */
const ORDERABLE = `
  with price_type_of_contract as (
    select t.key from price_type t join contract c on c.price_type_id = t.id where c.id = $1
  ),
  single as (select article_key from catalog_entry where article_key is not null group by article_key having count(*) = 1)
  select e.variant_id, e.article, e.title, e.inventory_item_id,
    (ceil(greatest(coalesce(r.minimum, 0), coalesce(r.multiplicity, 1)) / coalesce(r.multiplicity, 1)) * coalesce(r.multiplicity, 1))::float8 as quantity
  from catalog_entry e
  join single s on s.article_key = e.article_key
  join type_price p on p.entry_key = e.key and p.price_type_key = (select key from price_type_of_contract)
  left join quantity_rule r on r.entry_key = e.key
  where e.is_listed and e.inventory_item_id is not null and p.amount > 0
  order by md5(e.variant_id)
  limit $2`

/** Goods to order, spread over the whole catalogue; as many as there are when the supplier is small. */
export async function chooseGoods(world, count) {
  const { rows } = await world.db.query(ORDERABLE, [world.contract.id, count])
  if (rows.length === 0) {
    throw new Refused("The dealer can order nothing: no listed goods with a price under his contract.", "Raise --products.")
  }
  return rows
}

/** The emulated supplier is out of many goods; what is measured is the way of an order, not its refusals. */
export async function raiseStock(world, goods) {
  await step("Filling the warehouses", () =>
    world.db.query(
      `update inventory_level set stocked_quantity = $2, raw_stocked_quantity = jsonb_build_object('value', $2::text, 'precision', 20)
        where inventory_item_id = any($1) and stocked_quantity <> $2`,
      [goods.map(({ inventory_item_id }) => inventory_item_id), STOCK]
    )
  )
  await world.db.query("vacuum (analyze) inventory_level")
}
