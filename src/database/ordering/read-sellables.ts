import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { quantityResolver } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { mayWait, PREORDER } from "../promises/may-wait"
import { placesOf } from "../queries/lies-in"
import { orderRulesOf } from "../queries/order-rules"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { isWarehouseOfContract } from "../warehouses-of-contract"

/** A catalogue entry with all that decides whether it can be ordered, its price aside. Quantities are exact decimals as text. */
export interface SellableRow {
  entry_key: number
  variant_id: string
  article: string | null
  title: string
  /** Whether it is sold, and the contract sees it. */
  is_listed: boolean
  /** What holds under the contract, in base units. */
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
  /** All units it is sold in, the base unit first; empty = pieces only. */
  units: { code: string; name: string; coefficient: string }[]
  /** Base units free in the locations of the sales channel that the contract draws from; null = not limited (stock not counted, or backorders allowed). */
  available: string | null
  /** Whether what is not in stock may be ordered all the same, to come with a supply. */
  may_wait?: boolean
}

export interface SellableQuery {
  entry_keys: number[]
  contract_id: string
  sales_channel_id: string | null
  /** Stock locations that the contract draws from; none named = all of the sales channel. */
  warehouse_ids: string[]
  /** What the contract sees. */
  sight: Sight
}

const sellables = (sight: Sight) => `
  with wanted as materialized (
    select key, variant_id, article, title, is_listed and ${isVisible(sight)} as is_listed, category_keys from catalog_entry e where key = any(cast(:entry_keys as int[]))
  ),
  location as materialized (
    select stock_location_id from sales_channel_stock_location where sales_channel_id = :sales_channel_id and deleted_at is null
      and ${isWarehouseOfContract("stock_location_id")}
  ),
  stock as (
    select w.key, pvi.inventory_item_id, pvi.required_quantity,
      coalesce(sum(greatest(l.stocked_quantity - l.reserved_quantity, 0)), 0) as free
    from wanted w
    join product_variant_inventory_item pvi on pvi.variant_id = w.variant_id and pvi.deleted_at is null
    left join inventory_level l on l.inventory_item_id = pvi.inventory_item_id and l.deleted_at is null
      and l.location_id in (select stock_location_id from location)
    group by 1, 2, 3
  ),
  available as (
    select key, min(trunc(free / required_quantity)) as quantity from stock group by key
  ),
  ${PREORDER},
  unit as (
    select u.entry_key, jsonb_agg(
      jsonb_build_object('code', u.code, 'name', u.name, 'coefficient', trim_scale(u.coefficient)::text) order by u.is_base desc, u.code
    ) as units
    from wanted w join sales_unit u on u.entry_key = w.key group by u.entry_key
  )
  select w.key as entry_key, w.variant_id, w.article, w.title, w.is_listed, w.category_keys,
    coalesce(trim_scale(r.multiplicity), 1)::text as multiplicity, coalesce(trim_scale(r.minimum), 0)::text as minimum,
    trim_scale(r.maximum)::text as maximum,
    coalesce(u.units, '[]'::jsonb) as units,
    case when v.manage_inventory and not v.allow_backorder then coalesce(a.quantity, 0)::text end as available,
    ${mayWait("w.category_keys")} as may_wait
  from wanted w cross join preorder p
  join product_variant v on v.id = w.variant_id and v.deleted_at is null
  left join quantity_rule r on r.entry_key = w.key
  left join unit u on u.entry_key = w.key
  left join available a on a.key = w.key`

/** With what the product itself says of quantities. */
type OwnRow = SellableRow & { category_keys: number[] | null }

/** Everything about a set of entries; those whose variant is gone are left out. */
export async function readSellables(db: Knex, { contract_id, sight, ...query }: SellableQuery): Promise<SellableRow[]> {
  const { rows } = await db.raw<{ rows: OwnRow[] }>(sellables(sight), { ...query, ...sightBindings(sight) })
  const resolve = quantityResolver(await orderRulesOf(db, { contract_id, entry_keys: query.entry_keys }))
  return rows.map(({ category_keys, multiplicity, minimum, maximum, ...row }) => {
    const own = { multiplicity, minimum, maximum }
    return { ...row, ...resolve({ entry_key: row.entry_key, category_keys: placesOf(category_keys ?? []), units: row.units, own }) }
  })
}
