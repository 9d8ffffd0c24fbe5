import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { NoticeKind } from "../../modules/contract-pricing/rules/is-notice-due"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

/** What a person wants to be told of, or was. Prices are of one base unit, exact decimals in the currency of the contract. */
export interface GoodsNotice {
  id: string
  entry_key: number
  kind: NoticeKind
  /** What it cost when the notice was asked for. */
  price_at: string
  /** ISO 8601. */
  created_at: string
  /** Null = not yet. */
  told_at: string | null
  /** What it cost when it was told. */
  told_price: string | null
}

export const NOTICE_STATES = ["waiting", "told"] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

export interface NoticesQuery {
  employee_id: string
  contract_id: string
  state: NoticeState | null
  sight: Sight
  limit: number
  offset: number
}

const sql = ({ state, sight }: NoticesQuery) => `
  with found as materialized (
    select n.* from goods_notice n join catalog_entry e on e.key = n.entry_key and e.is_listed and ${isVisible(sight)}
    where n.employee_id = :employee_id and n.contract_id = :contract_id
      ${state === null ? "" : `and n.told_at is ${state === "waiting" ? "null" : "not null"}`}
  ),
  page as (select * from found order by coalesce(told_at, created_at) desc, id limit :limit offset :offset)
  select (select count(*)::int from found) as total, coalesce((
    select json_agg(json_build_object('id', id, 'entry_key', entry_key, 'kind', kind, 'price_at', price_at::text, 'created_at', created_at,
        'told_at', told_at, 'told_price', told_price::text) order by coalesce(told_at, created_at) desc, id)
    from page
  ), '[]') as notices`

/** Notices of a person under a contract about goods that are seen, the latest first. */
export async function listNotices(db: Knex, query: NoticesQuery): Promise<{ notices: GoodsNotice[]; count: number }> {
  const { employee_id, contract_id, limit, offset, sight } = query
  const { rows } = await db.raw<{ rows: { total: number; notices: GoodsNotice[] }[] }>(sql(query), {
    ...{ employee_id, contract_id, limit, offset, ...sightBindings(sight) },
  })
  return { notices: rows[0]?.notices ?? [], count: rows[0]?.total ?? 0 }
}
