import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { allocateStock, type StockNeed } from "../../modules/order-rules/rules/allocate-stock"
import { lockStock, type VariantStock } from "../ordering/lock-stock"
import { reserveStock } from "../ordering/reserve-stock"

/** A line of an order that stock cannot serve whole. Base units, exact decimals. */
export interface ShortLine {
  id: string
  article: string | null
  title: string
  /** What of it is not held and does not wait for supplies. */
  missing: string
  available: string
}

interface OpenLine {
  id: string
  variant_id: string
  article: string | null
  title: string
  /** What of it was not handed over by Medusa's fulfilments and does not wait for supplies. */
  quantity: string
  /** What the ERP has shipped of its product so far, for all lines of it; null = it says nothing. */
  shipped: string | null
  warehouse_ids: string[]
  sales_channel_id: string | null
}

const LINES = `
  select li.id, li.variant_id, coalesce(li.variant_sku, e.article) as article, li.title, o.sales_channel_id, c.warehouse_ids,
    (i.quantity - i.fulfilled_quantity - coalesce((select d.quantity - d.served from demand d where d.order_line_id = li.id), 0))::text as quantity,
    s.shipped ->> li.variant_id as shipped
  from order_reservation r
  join contract c on c.id = r.contract_id
  join "order" o on o.id = r.order_id
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
  join order_line_item li on li.id = i.item_id and li.variant_id is not null
  left join catalog_entry e on e.variant_id = li.variant_id
  left join order_state s on s.order_id = o.id and s.deleted_at is null
  where r.order_id = :order_id
  order by li.created_at, li.id`

const HELD = `
  select line_item_id as line_id, inventory_item_id, sum(quantity)::text as quantity
  from reservation_item where line_item_id = any(cast(:line_ids as text[])) and deleted_at is null group by 1, 2`

/**
 * Holds what the lines of an order are missing, of what is free where its contract draws from, under the lock of `lock-reservations.ts`. All or
 * nothing, unless a part will do: then each line takes what there is.
 *
 * @returns the lines that are short; where there are any, and no part will do, nothing was held
 */
export async function holdMissing(
  trx: Knex.Transaction,
  { order_id, partly }: { order_id: string; partly: boolean }
): Promise<{ held: number; short: ShortLine[] }> {
  const { rows } = await trx.raw<{ rows: OpenLine[] }>(LINES, { order_id })
  const lines = withoutShipped(rows)
  const [first] = lines
  if (!first) {
    return { held: 0, short: [] }
  }
  const { sales_channel_id, warehouse_ids } = first
  const variant_ids = [...new Set(lines.map(({ variant_id }) => variant_id))]
  const stock = await lockStock(trx, { variant_ids, sales_channel_id, warehouse_ids })
  const { rows: held } = await trx.raw<{ rows: HeldPart[] }>(HELD, { line_ids: lines.map(({ id }) => id) })
  const { allocations, shortages, waiting } = allocateStock(missingOf(lines, stock.variants, held, partly), stock.levels)
  const available = new Map(shortages.map(({ line_id, available: there }) => [line_id, there]))
  const short = lines.flatMap(({ id, article, title, quantity }) => {
    const there = available.get(id)
    const left = waiting.get(id)
    return there !== undefined
      ? [{ id, article, title, missing: quantity, available: there }]
      : left !== undefined
        ? [{ id, article, title, missing: left, available: "0" }]
        : []
  })
  if (short.length > 0 && !partly) {
    return { held: 0, short }
  }
  await reserveStock(trx, allocations)
  return { held: allocations.length, short }
}

/** What the ERP has shipped is nothing to hold: it goes to the lines of its product in their order. */
function withoutShipped(lines: OpenLine[]): OpenLine[] {
  const left = new Map(
    lines.flatMap(({ variant_id, shipped }) => (shipped === null ? [] : [[variant_id, MathBN.convert(shipped)] as const]))
  )
  return lines.map((line) => {
    const shipped = left.get(line.variant_id)
    if (shipped === undefined || shipped.lte(0)) {
      return line
    }
    const rest = MathBN.sub(line.quantity, shipped)
    left.set(line.variant_id, shipped.minus(line.quantity))
    return { ...line, quantity: rest.gt(0) ? rest.toFixed() : "0" }
  })
}

interface HeldPart {
  line_id: string
  inventory_item_id: string
  quantity: string
}

/** What the lines still need of each item; a part is taken by whole base units. */
function missingOf(lines: OpenLine[], variants: VariantStock[], held: HeldPart[], partly: boolean): StockNeed[] {
  const ofVariant = new Map<string, VariantStock[]>()
  for (const variant of variants) {
    ofVariant.set(variant.variant_id, [...(ofVariant.get(variant.variant_id) ?? []), variant])
  }
  const heldOf = new Map(held.map(({ line_id, inventory_item_id, quantity }) => [`${line_id} ${inventory_item_id}`, quantity]))
  return lines.flatMap(({ id, variant_id, quantity }) =>
    (ofVariant.get(variant_id) ?? []).flatMap(({ inventory_item_id, required_quantity, allow_backorder }) => {
      const missing = MathBN.sub(MathBN.mult(quantity, required_quantity), heldOf.get(`${id} ${inventory_item_id}`) ?? "0")
      const waiting = partly ? { waiting: { required_quantity, step: "1" } } : {}
      return missing.gt(0) ? [{ line_id: id, inventory_item_id, quantity: missing.toFixed(), allow_backorder, ...waiting }] : []
    })
  )
}
