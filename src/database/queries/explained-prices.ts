import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type AdjustmentOrigin,
  type ExplainedChange,
  type ExplainedStep,
  explainPrice,
  type PriceOrigin,
} from "../../modules/contract-pricing/rules/explain-price"
import { changesAt, type PricePoint } from "../../modules/contract-pricing/rules/price-ladder"
import { ORIGIN_COLUMNS, POINT_COLUMNS, priceCtes } from "./price/price-points"
import type { LinePriceQuery } from "./prices-of-lines"

/** Beside each change the key of its adjustment; null where there is no winner. */
interface OriginRow extends PricePoint<{ key: number | null }> {
  position: number
  currency_code: string
  winner_key: number | null
  contract_from: string | null
  contract_document: string | null
  contract_as_of: string | null
  base_type_key: number | null
}

interface Origins {
  adjustments: Map<number, AdjustmentOrigin>
  types: Map<number, { id: string; name: string; as_of: string | null }>
}

const SQL = `
  with ${priceCtes(
    `select position::int as position, entry_key, quantity
    from unnest(cast(:entry_keys as int[]), cast(:quantities as numeric[])) with ordinality as asked (entry_key, quantity, position)`,
    "exact"
  )}
  select position, ${POINT_COLUMNS}, ${ORIGIN_COLUMNS}, (select currency_code from terms) as currency_code from price_point`

const ADJUSTMENTS = `
  select key, id, name, scope_kind, is_stacking, document, to_jsonb(as_of) #>> '{}' as as_of from price_adjustment where key = any(cast(:keys as int[]))`

const TYPES = `select key, id, name, to_jsonb(as_of) #>> '{}' as as_of from price_type where key = any(cast(:keys as int[]))`

/** How the price of each line came about, for any number of lines at once; empty where there is no price. */
export async function explainedPrices(db: Knex, query: LinePriceQuery): Promise<ExplainedStep[][]> {
  const { contract_id, day, currency_code, lines } = query
  const { rows } = await db.raw<{ rows: OriginRow[] }>(SQL, {
    contract_id,
    day,
    entry_keys: lines.map((line) => line.entry_key),
    quantities: lines.map((line) => line.quantity),
  })
  const origins = await originsOf(db, rows)
  const steps: ExplainedStep[][] = lines.map(() => [])
  for (const row of rows) {
    if (row.currency_code === currency_code.toLowerCase()) {
      steps[row.position - 1] = explainPrice(originOf(row, origins), row.currency_code)
    }
  }
  return steps
}

/** The rows behind the keys, each read once however many lines they price. */
async function originsOf(db: Knex, rows: OriginRow[]): Promise<Origins> {
  const adjustmentKeys = new Set(rows.flatMap((row) => changesAt(row, { key: row.winner_key }).flatMap(({ key }) => key ?? [])))
  const typeKeys = new Set(rows.flatMap(({ base_type_key }) => base_type_key ?? []))
  const adjustments = await db.raw<{ rows: (AdjustmentOrigin & { key: number })[] }>(ADJUSTMENTS, { keys: [...adjustmentKeys] })
  const types = await db.raw<{ rows: { key: number; id: string; name: string; as_of: string | null }[] }>(TYPES, { keys: [...typeKeys] })
  return {
    adjustments: new Map(adjustments.rows.map(({ key, ...adjustment }) => [key, adjustment])),
    types: new Map(types.rows.map(({ key, ...type }) => [key, type])),
  }
}

function originOf(row: OriginRow, { adjustments, types }: Origins): PriceOrigin {
  const { contract_amount, contract_from, contract_document: document, contract_as_of: as_of, base_amount, base_type_key } = row
  const price_type = base_type_key === null ? undefined : types.get(base_type_key)
  return {
    contract: contract_amount === null ? null : { amount: contract_amount, from_quantity: contract_from ?? "0", document, as_of },
    base: base_amount === null || !price_type ? null : { amount: base_amount, price_type },
    changes: changesAt(row, { key: row.winner_key }).flatMap(({ key, ...change }): ExplainedChange[] => {
      const adjustment = key === null ? undefined : adjustments.get(key)
      return adjustment ? [{ ...change, adjustment }] : []
    }),
  }
}
