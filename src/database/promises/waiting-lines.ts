import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"
import type { StandingDemand } from "../../modules/supply/rules/describe-promise"
import { STANDING_DEMAND } from "./standing-demand"

/** A line of an order of which something was not in stock. */
export interface WaitingLine {
  id: string
  variant_id: string
  article: string | null
  title: string
  /** Of the line, base units. */
  quantity: string
  demand: StandingDemand
}

/** What became of its promises, the last change first. */
export interface ToldChange {
  line_id: string
  at: string
  cause: string
  before: PromisedPart[]
  after: PromisedPart[]
  is_worse: boolean
}

const LINES = `
  select li.id, li.variant_id, coalesce(li.variant_sku, e.article) as article, li.title, trim_scale(i.quantity)::text as quantity,
    ${STANDING_DEMAND("li.id")} as demand
  from demand waiting
  join "order" o on o.id = waiting.order_id
  join order_line_item li on li.id = waiting.order_line_id
  join order_item i on i.item_id = li.id and i.order_id = o.id and i.version = o.version and i.deleted_at is null
  left join catalog_entry e on e.key = waiting.entry_key
  where waiting.order_id = :order_id
  order by li.created_at, li.id`

/** Changes that are told of one order. */
const CHANGES_MAX = 2_000

const CHANGES = `
  select d.order_line_id as line_id, to_jsonb(c.at) #>> '{}' as at, c.cause, c.before, c.after, c.is_worse
  from promise_change c join demand d on d.id = c.demand_id
  where d.order_id = :order_id order by c.id desc limit ${CHANGES_MAX}`

/** The lines of an order that wait or have waited, in its order, and what became of their promises. The caller has checked that he may see it. */
export async function waitingLines(db: Knex, input: { order_id: string }): Promise<{ lines: WaitingLine[]; changes: ToldChange[] }> {
  const lines = await db.raw<{ rows: WaitingLine[] }>(LINES, input)
  const changes = await db.raw<{ rows: ToldChange[] }>(CHANGES, input)
  return { lines: lines.rows, changes: changes.rows }
}
