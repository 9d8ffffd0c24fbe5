import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CurrencyRate, CurrencyRateFilter } from "../types"
import { CURRENCY_RATE_COLUMNS } from "./currency-rate-columns"

const WHERE = `
  where (cast(:q as text) is null or strpos(currency_code, :q) > 0 or strpos(in_currency, :q) > 0)
    and (cast(:on_date as date) is null or on_date = :on_date)`

const PAGE = `
  select ${CURRENCY_RATE_COLUMNS} from currency_rate ${WHERE}
  order by currency_rate.on_date desc, currency_code, in_currency limit :limit offset :offset`

const COUNT = `select count(*)::int as count from currency_rate ${WHERE}`

/** Rates, the latest bank day first. */
export async function listCurrencyRates(knex: Knex, filter: CurrencyRateFilter): Promise<{ rates: CurrencyRate[]; count: number }> {
  const { limit, offset } = filter
  const bindings = { q: filter.q?.toLowerCase() ?? null, on_date: filter.on_date ?? null, limit, offset }
  const page = await knex.raw<{ rows: CurrencyRate[] }>(PAGE, bindings)
  const total = await knex.raw<{ rows: { count: number }[] }>(COUNT, bindings)
  return { rates: page.rows, count: total.rows[0]?.count ?? 0 }
}
