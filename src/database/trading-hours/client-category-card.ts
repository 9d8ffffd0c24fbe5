import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TradingHours } from "../../modules/company/rules/trading-hours/trading-hours"

/** A category of clients with its hours, as staff see it. */
export interface ClientCategoryCard {
  id: string
  name: string
  source: "erp" | "portal"
  trading_hours: TradingHours | null
  /** Legal entities in it. */
  client_count: number
  /** The version that a change of the hours names. */
  updated_at: string
}

const CARD = `
  select c.id, c.name, c.source, c.trading_hours, to_jsonb(c.updated_at) #>> '{}' as updated_at,
    (select count(*)::int from legal_entity_category m join legal_entity e on e.id = m.legal_entity_id and e.deleted_at is null
     where m.client_category_id = c.id and m.deleted_at is null) as client_count
  from client_category c where c.id = :id and c.deleted_at is null`

/** Null for an unknown one. */
export async function clientCategoryCard(db: Knex, input: { id: string }): Promise<ClientCategoryCard | null> {
  const { rows } = await db.raw<{ rows: ClientCategoryCard[] }>(CARD, input)
  return rows[0] ?? null
}
