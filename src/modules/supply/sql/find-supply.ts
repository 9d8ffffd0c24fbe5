import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Supply } from "../types"
import { SUPPLY_COLUMNS } from "./supply-columns"

/** The supply with this id; none where it was deleted. */
export async function findSupply(db: Knex, id: string): Promise<Supply | undefined> {
  const { rows } = await db.raw<{ rows: Supply[] }>(`select ${SUPPLY_COLUMNS} from supply s where s.id = :id and s.deleted_at is null`, {
    id,
  })
  return rows[0]
}
