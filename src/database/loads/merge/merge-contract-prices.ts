import { lockPriceRules } from "../../pricing/lock-price-rules"
import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * Prices of contracts, in the currency that each contract has now; a list that is told to be in another one is refused. The last word on a contract, offer,
 * quantity and first day counts. A contract whose list is full loses what the ERP said before and says no longer; what was entered here stays, until the
 * ERP names the same. Only rows that differ are written.
 */
export async function mergeContractPrices(load: LoadContext): Promise<void> {
  await lockPriceRules(load.trx)
  await run(load, RESOLVE_CONTRACTS)
  await refuseOtherCurrencies(load)
  await run(load, NEW_CONTRACTS)
  await run(load, RESOLVE_OFFERS)
  await run(load, `analyze load_priced_contract, load_contract_offer`)
  await noteRefused(load)
  await run(load, WANTED)
  await run(load, `analyze load_contract_price`)
  const deleted = (await removeGone(load)) + (await dropFormerCurrencies(load))
  const updated = await run(load, UPDATE, { asOf: load.asOf })
  const created = await run(load, INSERT, { asOf: load.asOf })
  count(load, "contract_prices", { created: created.rowCount, updated: updated.rowCount, deleted })
}

/** Two statements, each by the primary key: one with both conditions would read every price of every contract. */
async function removeGone(load: LoadContext): Promise<number> {
  const withdrawn = await run(load, REMOVE_WITHDRAWN)
  const [full] = (await run<{ contract_keys: number[] | null }>(load, FULL_LISTS)).rows
  const unnamed = full?.contract_keys ? await run(load, REMOVE_UNNAMED, { contract_keys: full.contract_keys }) : { rowCount: 0 }
  return withdrawn.rowCount + unnamed.rowCount
}

const IS_VALID =
  "s.amount >= 0 and s.coefficient > 0 and s.from_quantity >= 0 and (s.starts_on is null or s.ends_on is null or s.starts_on <= s.ends_on)"

const RESOLVE_CONTRACTS = `
  create temporary table load_priced_contract on commit drop as
  select r.ref, r.external_id, c.id as contract_id, c.number, lower(c.currency_code) as currency_code, coalesce(list.is_full, false) as is_full,
    case when lower(list.currency_code) <> lower(c.currency_code) then lower(list.currency_code) end as other_currency
  from stage_contract_ref r
  left join lateral (
    select l.is_full, l.currency_code from stage_contract_price_list l where l.contract_ref = r.ref order by l.seq desc limit 1
  ) list on true
  left join erp_mapping m on m.source = :source and m.kind = 'contract' and m.external_id = r.external_id
  left join contract c on c.id = m.internal_id and c.deleted_at is null`

/** Their prices would become money of the currency of their contract. */
async function refuseOtherCurrencies(load: LoadContext): Promise<void> {
  if ((await noteIssues(load, OTHER_CURRENCIES)) > 0) {
    await run(
      load,
      `delete from stage_contract_price s using load_priced_contract c where c.ref = s.contract_ref and c.other_currency is not null`
    )
    await run(load, `delete from load_priced_contract where other_currency is not null`)
  }
}

const OTHER_CURRENCIES = `
  select 'error' as severity, 'contract_price_currency_differs' as code,
    told.count || ' prices in ' || upper(c.other_currency) || ' of contract ' || c.number || ' are skipped: the contract is in ' || upper(c.currency_code) || '.'
      as message, c.external_id as subject
  from load_priced_contract c
  cross join lateral (select count(*) as count from stage_contract_price s where s.contract_ref = c.ref) told
  where c.other_currency is not null`

/**
 * The first word on a contract in its present currency is the last one on those of before, which do not hold anyway: they would hold again, years later,
 * if the contract returned to their currency.
 */
async function dropFormerCurrencies(load: LoadContext): Promise<number> {
  const { rows } = await run<{ key: number }>(load, FORMER_KEYS)
  if (rows.length === 0) {
    return 0
  }
  const keys = rows.map(({ key }) => key)
  await noteIssues(load, DROPPED, { keys })
  const { rowCount } = await run(load, `delete from contract_price where contract_key = any(cast(:keys as int[]))`, { keys })
  await run(load, `delete from pricing_contract where key = any(cast(:keys as int[]))`, { keys })
  return rowCount
}

const FORMER_KEYS = `
  select distinct k.key
  from load_priced_contract c join pricing_contract k on k.contract_id = c.contract_id and k.currency_code <> c.currency_code
  where c.is_full or exists (
    select from stage_contract_price s join load_contract_offer o on o.ref = s.offer_ref and o.entry_key is not null
    where s.contract_ref = c.ref and not s.is_deleted and ${IS_VALID})`

const DROPPED = `
  select 'warning' as severity, 'contract_prices_dropped' as code,
    held.count || ' prices in ' || upper(k.currency_code) || ' of contract ' || c.number || ' are gone: the contract is told prices in ' || upper(c.currency_code) || '.'
      as message, c.external_id as subject
  from load_priced_contract c join pricing_contract k on k.contract_id = c.contract_id and k.key = any(cast(:keys as int[]))
  cross join lateral (select count(*) as count from contract_price p where p.contract_key = k.key) held
  where held.count > 0`

const NEW_CONTRACTS = `
  insert into pricing_contract (contract_id, currency_code)
  select distinct l.contract_id, l.currency_code from load_priced_contract l
  where l.contract_id is not null and not exists (
    select from pricing_contract k where k.contract_id = l.contract_id and k.currency_code = l.currency_code)`

const RESOLVE_OFFERS = `
  create temporary table load_contract_offer on commit drop as
  select r.ref, r.external_id, e.key as entry_key
  from stage_offer_ref r
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = r.external_id
  left join catalog_entry e on e.variant_id = m.internal_id`

async function noteRefused(load: LoadContext): Promise<void> {
  await noteIssues(
    load,
    `select 'error' as severity, 'contract_price_contract_unknown' as code,
       'Contract ' || external_id || ' is unknown; its prices are skipped.' as message, external_id as subject
     from load_priced_contract where contract_id is null`
  )
  await noteIssues(
    load,
    `select 'warning' as severity, 'contract_price_offer_unknown' as code,
       'No product or offer ' || o.external_id || ' is known; its contract prices are skipped.' as message, o.external_id as subject
     from (select distinct external_id from load_contract_offer o
           where entry_key is null and exists (select from stage_contract_price s where s.offer_ref = o.ref)) o`
  )
  await noteIssues(
    load,
    `select 'warning' as severity, 'contract_price_invalid' as code,
       'Price ' || s.amount || ' from ' || s.from_quantity || ' on in contract ' || c.external_id || ' is skipped: amount, quantity or days cannot be right.' as message,
       o.external_id as subject
     from stage_contract_price s join load_contract_offer o on o.ref = s.offer_ref join load_priced_contract c on c.ref = s.contract_ref
     where not (${IS_VALID})`
  )
}

/** In key order, as the table is read. */
const WANTED = `
  create temporary table load_contract_price on commit drop as
  select distinct on (k.key, o.entry_key, s.from_quantity, coalesce(s.starts_on, '-infinity'))
    k.key as contract_key, o.entry_key, s.from_quantity::numeric(18, 6) as from_quantity, coalesce(s.starts_on, '-infinity') as starts_on,
    coalesce(s.ends_on, 'infinity') as ends_on, round(s.amount / s.coefficient, 6)::numeric(20, 6) as amount, 'erp' as source, s.document, s.is_deleted
  from stage_contract_price s
  join load_contract_offer o on o.ref = s.offer_ref and o.entry_key is not null
  join load_priced_contract c on c.ref = s.contract_ref
  join pricing_contract k on k.contract_id = c.contract_id and k.currency_code = c.currency_code
  where ${IS_VALID}
  order by k.key, o.entry_key, s.from_quantity, coalesce(s.starts_on, '-infinity'), s.seq desc`

const SAME =
  "w.contract_key = t.contract_key and w.entry_key = t.entry_key and w.from_quantity = t.from_quantity and w.starts_on = t.starts_on"

const REMOVE_WITHDRAWN = `delete from contract_price t using load_contract_price w where ${SAME} and w.is_deleted`

const FULL_LISTS = `
  select array_agg(k.key) as contract_keys
  from load_priced_contract c join pricing_contract k on k.contract_id = c.contract_id and k.currency_code = c.currency_code where c.is_full`

const REMOVE_UNNAMED = `
  delete from contract_price t
  where t.contract_key = any(cast(:contract_keys as int[])) and t.source = 'erp'
    and not exists (select from load_contract_price w where ${SAME})`

const UPDATE = `
  update contract_price t set ends_on = w.ends_on, amount = w.amount, source = w.source, document = w.document, as_of = :asOf
  from load_contract_price w
  where ${SAME} and not w.is_deleted and (t.ends_on, t.amount, t.source, t.document) is distinct from (w.ends_on, w.amount, w.source, w.document)`

const INSERT = `
  insert into contract_price (contract_key, entry_key, from_quantity, starts_on, ends_on, amount, source, document, as_of)
  select w.contract_key, w.entry_key, w.from_quantity, w.starts_on, w.ends_on, w.amount, w.source, w.document, :asOf
  from load_contract_price w left join contract_price t on ${SAME}
  where t.contract_key is null and not w.is_deleted
  order by w.contract_key, w.entry_key, w.from_quantity, w.starts_on`
