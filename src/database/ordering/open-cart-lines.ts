import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { assortmentOfCart } from "../visibility/make-assortment"
import { NOTICE } from "./kept-of-line"

/** A line of a cart with the catalogue entry it stands for. */
export interface CartLine {
  id: string
  variant_id: string | null
  /** Null when the variant is not in the dealer catalogue. */
  entry_key: number | null
  title: string
  quantity: string
  unit_price: string
  is_custom_price: boolean
}

/** What became of the price of a line since the dealer put it into the cart, kept with the line until he puts it anew. */
export interface PriceNotice {
  code: "price_changed" | "no_price"
  /** Price of one base unit that he put it in at. */
  from: string
  /** What it costs now; null = it has no price any more. */
  to: string | null
  /** Moment at which this was found, ISO 8601. */
  at: string
}

/** A line with all that repricing compares. */
export interface PricedCartLine extends CartLine {
  /** As it is now; of one that the dealer does not see, as the line keeps it. */
  article: string | null
  /** Whether it is sold, and the contract of the cart sees it. */
  is_listed: boolean
  /** The retail price beside it. */
  compare_at_unit_price: string | null
  /** The quantity it was priced at last; another one means that the dealer has put the line anew. Null = not priced by the cart yet. */
  priced_quantity: string | null
  notice: PriceNotice | null
  /** Percent; null = without VAT, or not told. */
  vat_rate: string | null
}

const lines = (sight: Sight) => `
  select l.id, l.variant_id, e.key as entry_key, l.title, l.quantity::text, trim_scale(l.unit_price)::text as unit_price, l.is_custom_price,
    case when ${isVisible(sight)} then e.article else l.variant_sku end as article, coalesce(e.is_listed and ${isVisible(sight)}, false) as is_listed, trim_scale(l.compare_at_unit_price)::text as compare_at_unit_price,
    l.metadata #>> '{kontor,priced_quantity}' as priced_quantity, ${NOTICE} as notice,
    trim_scale(e.vat_rate)::text as vat_rate
  from cart_line_item l
  left join catalog_entry e on e.variant_id = l.variant_id
  where l.cart_id = :cart_id and l.deleted_at is null
  order by l.created_at, l.id`

/** The lines of a cart in the order they were put in. */
export async function openCartLines(db: Knex, cartId: string): Promise<PricedCartLine[]> {
  const sight = await assortmentOfCart(db, { cart_id: cartId })
  const { rows } = await db.raw<{ rows: PricedCartLine[] }>(lines(sight), { cart_id: cartId, ...sightBindings(sight) })
  return rows
}

/** The same, with every line locked: a stock route changes a line without asking for the lock of the cart. */
export async function lockCartLines(trx: Knex.Transaction, cartId: string): Promise<PricedCartLine[]> {
  const sight = await assortmentOfCart(trx, { cart_id: cartId })
  const { rows } = await trx.raw<{ rows: PricedCartLine[] }>(`${lines(sight)} for update of l`, {
    cart_id: cartId,
    ...sightBindings(sight),
  })
  return rows
}
