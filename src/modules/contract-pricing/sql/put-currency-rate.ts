import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { CurrencyRate, GivenCurrencyRate, PutCurrencyRate } from "../types"
import { CURRENCY_RATE_COLUMNS } from "./currency-rate-columns"

const INSERT = `
  insert into currency_rate (id, currency_code, in_currency, on_date, rate, source)
  values (:id, :currency_code, :in_currency, :on_date, :rate, 'portal')
  on conflict do nothing returning ${CURRENCY_RATE_COLUMNS}`

const STANDING = `
  select ${CURRENCY_RATE_COLUMNS}, rate = cast(:rate as numeric(20, 10)) as is_same from currency_rate
  where currency_code = :currency_code and in_currency = :in_currency and currency_rate.on_date = :on_date for update`

const UPDATE = `update currency_rate set rate = :rate, updated_at = now() where id = :id returning ${CURRENCY_RATE_COLUMNS}`

/** Writes the rate of a day, unless the ERP has said one. In a transaction: a load of the ERP waits, or is waited for. */
export async function putCurrencyRate(trx: Knex.Transaction, given: GivenCurrencyRate & { id: string }): Promise<PutCurrencyRate> {
  const one = async <Row = CurrencyRate>(sql: string, bindings: object) =>
    (await trx.raw<{ rows: Row[] }>(sql, { ...given, ...bindings })).rows[0]
  const created = await one(INSERT, {})
  if (created) {
    return { outcome: "created", rate: created }
  }
  const standing = await one<CurrencyRate & { is_same: boolean }>(STANDING, {})
  if (!standing) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `The rate of ${given.currency_code} in ${given.in_currency} on ${given.on_date} was removed at this moment`
    )
  }
  const { is_same, ...before } = standing
  if (before.source === "erp" || is_same) {
    return { outcome: before.source === "erp" ? "erp_owned" : "unchanged", rate: before }
  }
  const rate = await one(UPDATE, { id: before.id })
  return rate ? { outcome: "updated", rate, before } : { outcome: "unchanged", rate: before }
}
