import { batchIds } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { allocate } from "./allocate"
import { freeLines } from "./free-lines"
import { oncePerLine } from "./once-per-line"
import { readDemands } from "./open-demands"
import { insertPromises } from "./write-promises"

/** What a line of an order wants beyond stock, base units as an exact decimal. */
export interface LineDemand {
  order_line_id: string
  entry_key: number
  quantity: string
}

/** In the order of the lines: of one order too, who stands first is served first. */
const INSERT = `
  insert into demand (id, order_id, order_line_id, entry_key, contract_id, legal_entity_id, quantity)
  select d.id, :order_id, d.order_line_id, d.entry_key, :contract_id, :legal_entity_id, d.quantity
  from jsonb_to_recordset(cast(:lines as jsonb)) as d (position int, id text, order_line_id text, entry_key int, quantity numeric)
  order by d.position`

/** Makes demand of what stock cannot serve of an order, and promises what is free of the supplies, under the locks of `lock-promises.ts`. */
export async function demandForOrder(
  trx: Knex.Transaction,
  order: { order_id: string; contract_id: string; legal_entity_id: string; day: string },
  lines: readonly LineDemand[]
): Promise<void> {
  if (lines.length === 0) {
    return
  }
  const { day, ...facts } = order
  const ids = batchIds("dmnd", lines.length)
  await trx.raw(INSERT, { ...facts, lines: JSON.stringify(lines.map((line, position) => ({ position, id: ids[position], ...line }))) })
  const free = await freeLines(
    trx,
    { entry_keys: lines.map(({ entry_key }) => entry_key), entity_ids: [order.legal_entity_id] },
    { lock: true }
  )
  await insertPromises(trx, oncePerLine(await allocate(trx, { demands: await readDemands(trx, ids), lines: free, day })))
}
