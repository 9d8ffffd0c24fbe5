import { keyOfContract } from "../../pricing/key-of-contract"
import { ENTRY, FILE_ROWS, IS_NEW, IS_REMOVED, type SubjectStatements, WAS_MADE, WAS_THERE } from "./subject"

const CONTRACT_KEY = `(select ${keyOfContract("c")} from contract c where c.id = :subject_id)`
const SAME_PRICE =
  "p.contract_key = k.key and p.entry_key = r.entry_key and p.from_quantity = r.from_quantity and p.starts_on = r.starts_on and p.source = 'portal'"
const COLUMNS = "contract_key, entry_key, from_quantity, starts_on, ends_on, amount, source"

/** What the ERP has said meanwhile stays. */
const OVERWRITE = `
  on conflict (contract_key, entry_key, from_quantity, starts_on) do update set ends_on = excluded.ends_on, amount = excluded.amount
  where contract_price.source = 'portal'`

const removePrices = (rows: string) =>
  `delete from contract_price p using price_import_row r, pricing_contract k where ${rows} and k.key = ${CONTRACT_KEY} and ${SAME_PRICE}`

export const CONTRACT: SubjectStatements = {
  standing: `
    select ${ENTRY}, trim_scale(p.from_quantity)::text as from_quantity, case when isfinite(p.starts_on) then p.starts_on::text end as starts_on,
      case when isfinite(p.ends_on) then p.ends_on::text end as ends_on, trim_scale(p.amount)::text as amount, '1' as coefficient, '' as unit, p.source,
      p.document
    from contract c join contract_price p on p.contract_key = ${keyOfContract("c")} join catalog_entry e on e.key = p.entry_key
    where c.id = :id order by e.article_key, e.key, p.from_quantity, p.starts_on`,
  unfilled: null,
  state: `
    select md5(c.currency_code || ' ' || coalesce((
        select string_agg(concat_ws(' ', p.entry_key, p.from_quantity, p.starts_on, p.ends_on, p.amount, p.source), ','
          order by p.entry_key, p.from_quantity, p.starts_on)
        from contract_price p where p.contract_key = ${keyOfContract("c")}), '')) as state
    from contract c where c.id = :id`,
  lock: `lock table contract_price in share row exclusive mode`,
  ready: [
    `insert into pricing_contract (contract_id, currency_code)
    select c.id, lower(c.currency_code) from contract c where c.id = :subject_id and ${keyOfContract("c")} is null`,
  ],
  put: [
    `insert into contract_price (${COLUMNS})
    select ${CONTRACT_KEY}, r.entry_key, r.from_quantity, r.starts_on, r.ends_on, r.new_amount, 'portal'
    ${FILE_ROWS} and ${IS_NEW} order by r.entry_key, r.from_quantity, r.starts_on ${OVERWRITE}`,
  ],
  remove: [removePrices(IS_REMOVED)],
  takeBack: [removePrices(WAS_MADE)],
  putBack: [
    `insert into contract_price (${COLUMNS})
    select ${CONTRACT_KEY}, r.entry_key, r.from_quantity, r.starts_on, r.old_ends_on, r.old_amount, 'portal'
    ${FILE_ROWS} and ${WAS_THERE} ${OVERWRITE}`,
  ],
}
