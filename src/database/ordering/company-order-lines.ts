import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AskedUnit } from "../../modules/order-rules/rules/asked-together"
import type { StandingDemand } from "../../modules/supply/rules/describe-promise"
import { STANDING_DEMAND } from "../promises/standing-demand"
import { RESERVED_OF_LINE } from "../reservations/reserved-of-line"
import { DISCOUNT_OF_ORDER_LINE, DISCOUNTS_OF_ORDER_LINE } from "../promotions/order-promotions"
import { ASKED_OF_ORDER_LINE } from "./asked-units"
import { UNIT_PRICE_OF_ORDER_LINE } from "./unit-price-of-order-line"
import { vatRateOfOrderLine } from "./vat-rate-of-order-line"

/** A line of an order as the dealer sees it. */
export interface CompanyOrderLine {
  id: string
  variant_id: string | null
  article: string | null
  title: string
  variant_title: string | null
  thumbnail: string | null
  /** Base units. */
  quantity: string
  unit: string
  /** The unit that it was asked in, and how many; null = base units. */
  asked: AskedUnit | null
  unit_price: string
  /** What promotions take off the line; null = nothing. */
  discount: string | null
  /** Each of them. */
  promotions: { code: string | null; amount: string }[] | null
  /** Recommended retail price of one base unit. */
  retail_price: string | null
  /** Percent; null = without VAT, or not told. */
  vat_rate: string | null
  includes_vat: boolean
  /** What of it was not in stock; null = it was all there. */
  demand: StandingDemand | null
  /** Base units that are held in stock. */
  reserved: string
  /** What was kept of its price, as it was written when the order was placed: `metadata.kontor`; null where it was not asked for. */
  kept: unknown
  /** Name of the price type that an order of the first shape names by its id. */
  kept_type_name: string | null
}

const SQL = `
  select li.id, li.variant_id, coalesce(li.variant_sku, e.article) as article, li.title, li.variant_title, li.thumbnail,
    trim_scale(i.quantity)::text as quantity, coalesce(u.name, 'шт') as unit, ${ASKED_OF_ORDER_LINE} as asked,
    ${UNIT_PRICE_OF_ORDER_LINE} as unit_price,
    trim_scale(${DISCOUNT_OF_ORDER_LINE})::text as discount, ${DISCOUNTS_OF_ORDER_LINE} as promotions,
    li.raw_compare_at_unit_price ->> 'value' as retail_price, ${vatRateOfOrderLine("li", "e")} as vat_rate, li.is_tax_inclusive as includes_vat,
    ${STANDING_DEMAND("li.id")} as demand, ${RESERVED_OF_LINE("li")} as reserved,
    case when :with_kept then li.metadata -> 'kontor' end as kept, t.name as kept_type_name
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
  join order_line_item li on li.id = i.item_id
  left join catalog_entry e on e.variant_id = li.variant_id
  left join sales_unit u on u.entry_key = e.key and u.is_base
  left join price_type t on t.id = li.metadata #>> '{kontor,price_type_id}'
  where o.id = :order_id
  order by li.created_at, li.id`

/** All lines of one order in its order. The caller has checked that the order may be seen; `with_kept`: explanations are a kilobyte a line. */
export async function companyOrderLines(db: Knex, input: { order_id: string; with_kept: boolean }): Promise<CompanyOrderLine[]> {
  const { rows } = await db.raw<{ rows: CompanyOrderLine[] }>(SQL, input)
  return rows
}
