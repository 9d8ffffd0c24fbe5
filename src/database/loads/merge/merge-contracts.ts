import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"
import { mapDocuments, matchDocuments } from "./match-documents"
import { said } from "./said"

/** All columns that the ERP decides, in the order of the statements; `credit_as_of` moves with the terms of credit. */
const COLUMNS = [
  "number", "kind", "signed_on", "legal_entity_id", "supplier_entity_id", "price_type_id", "currency_code", "starts_on", "ends_on",
  "payment_terms", "region", "warehouse_ids", "credit_limit", "credit_terms", "state", "state_reason",
] // prettier-ignore

/** Contracts between the entities that the ERP has told of. One with an unknown party is refused; one with an unknown price type has no prices. */
export async function mergeContracts(load: LoadContext): Promise<void> {
  await run(load, RESOLVE_PARTIES)
  await noteIssues(load, UNKNOWN_PARTIES)
  await run(
    load,
    `delete from stage_contract s using load_party p where p.external_id = s.external_id and (p.legal_entity_id is null or p.supplier_entity_id is null)`
  )
  await noteIssues(load, UNKNOWN_PRICE_TYPES)
  await noteIssues(load, UNKNOWN_WAREHOUSES)
  await matchDocuments(load, { kind: "contract", table: "contract", idPrefix: "ctr" })
  await run(load, WANTED_CONTRACTS, { asOf: load.asOf })
  await noteIssues(load, OTHER_CURRENCIES)
  const created = await runAudited(load, INSERT_CONTRACTS, { subject: "contract" }, { asOf: load.asOf })
  const updated = await runAudited(load, UPDATE_CONTRACTS, { subject: "contract" }, { asOf: load.asOf })
  await mapDocuments(load, "contract")
  count(load, "contracts", { created: created.changed, updated: updated.changed - updated.closed, deleted: updated.closed })
}

const RESOLVE_PARTIES = `
  create temporary table load_party on commit drop as
  select s.external_id, s.record ->> 'number' as number, entity.internal_id as legal_entity_id, supplier.internal_id as supplier_entity_id,
    price_type.internal_id as price_type_id, s.record ->> 'price_type_external_id' as price_type_external_id,
    s.record ->> 'legal_entity_external_id' as legal_entity_external_id, s.record ->> 'supplier_entity_external_id' as supplier_entity_external_id
  from stage_contract s
  left join erp_mapping entity on entity.source = :source and entity.kind = 'legal_entity' and entity.external_id = s.record ->> 'legal_entity_external_id'
  left join erp_mapping supplier on supplier.source = :source and supplier.kind = 'supplier_entity'
    and supplier.external_id = s.record ->> 'supplier_entity_external_id'
  left join erp_mapping price_type on price_type.source = :source and price_type.kind = 'price_type'
    and price_type.external_id = s.record ->> 'price_type_external_id'`

const UNKNOWN_PARTIES = `
  select 'error' as severity, 'contract_party_unknown' as code,
    'Contract ' || number || ' is skipped: ' || case when legal_entity_id is null then 'legal entity ' || legal_entity_external_id
      else 'supplier entity ' || supplier_entity_external_id end || ' is unknown.' as message, external_id as subject
  from load_party where legal_entity_id is null or supplier_entity_id is null`

const UNKNOWN_PRICE_TYPES = `
  select 'warning' as severity, 'contract_price_type_unknown' as code,
    'Price type ' || price_type_external_id || ' of contract ' || number || ' is unknown; the contract has no prices.' as message, external_id as subject
  from load_party where legal_entity_id is not null and supplier_entity_id is not null and price_type_id is null`

const WAREHOUSES_OF = (document: string) => `
  select listed.external_id, mapped.internal_id
  from jsonb_array_elements_text(${document} -> 'warehouse_external_ids') as listed (external_id)
  left join erp_mapping mapped on mapped.source = :source and mapped.kind = 'warehouse' and mapped.external_id = listed.external_id`

const UNKNOWN_WAREHOUSES = `
  select 'warning' as severity, 'contract_warehouse_unknown' as code,
    'Warehouse ' || w.external_id || ' of contract ' || (s.record ->> 'number') || ' is unknown; orders cannot draw from it.' as message, s.external_id as subject
  from stage_contract s cross join lateral (${WAREHOUSES_OF("s.record")}) w
  where jsonb_typeof(s.record -> 'warehouse_external_ids') = 'array' and w.internal_id is null`

/**
 * Unknown warehouses stay in the list under the id of the ERP: a contract that names none but those must not draw from all of them.
 */
const WANTED_WAREHOUSES = `
  case
    when jsonb_typeof(l.record -> 'warehouse_external_ids') = 'array' then
      (select coalesce(array_agg(coalesce(w.internal_id, w.external_id) order by coalesce(w.internal_id, w.external_id)), '{}') from (${WAREHOUSES_OF("l.record")}) w)
    else coalesce(t.warehouse_ids, '{}')
  end`

const WANTED_CONTRACTS = `
  create temporary table load_wanted_contract on commit drop as
  select w.*,
    case when w.said_reason is not null then w.said_reason #>> '{}' when w.state is distinct from w.stored_state then null else w.stored_reason end as state_reason,
    case when (w.credit_limit, w.credit_terms) is distinct from (w.stored_limit, w.stored_terms) then :asOf else w.stored_credit_as_of end as credit_as_of
  from (
    select l.id, l.is_new, l.seq, p.number, p.legal_entity_id, p.supplier_entity_id, p.price_type_id, l.record ->> 'currency_code' as currency_code,
      (l.record ->> 'starts_on')::date as starts_on, (l.record ->> 'ends_on')::date as ends_on,
      case when l.record -> 'is_agreement' is null then coalesce(t.kind, 'contract')
        when (l.record ->> 'is_agreement')::boolean then 'agreement' else 'contract' end as kind,
      case when l.record -> 'signed_on' is null then t.signed_on else (l.record ->> 'signed_on')::date end as signed_on,
      ${said("payment_terms")} as payment_terms, ${said("region")} as region, ${WANTED_WAREHOUSES} as warehouse_ids,
      case when l.record -> 'credit_limit' is null then t.credit_limit else (l.record ->> 'credit_limit')::numeric(20, 2) end as credit_limit,
      ${said("credit_terms")} as credit_terms,
      case when l.is_deleted then 'closed' when (l.record ->> 'is_blocked')::boolean then 'blocked' else 'active' end as state,
      l.record -> 'state_reason' as said_reason, t.state as stored_state, t.state_reason as stored_reason,
      t.credit_limit as stored_limit, t.credit_terms as stored_terms, t.credit_as_of as stored_credit_as_of
    from load_contract l
    join load_party p on p.external_id = l.external_id
    left join contract t on t.id = l.id
  ) w`

const PRICES_IN = (currency: string) => `
  cross join lateral (
    select count(*) as count from pricing_contract k join contract_price p on p.contract_key = k.key
    where k.contract_id = w.id and k.currency_code = lower(${currency})
  )`

/** Prices of the contracts that keep their currency and therefore hold no longer, and those that hold again. */
const OTHER_CURRENCIES = `
  select 'warning' as severity, 'contract_currency_changed' as code,
    'Contract ' || w.number || ' is in ' || upper(w.currency_code) || ' and no more in ' || upper(was.currency_code) || ': ' || concat_ws(' and ',
      case when former.count > 0 then former.count || ' prices in ' || upper(was.currency_code) || ' do not hold until it is told prices in ' || upper(w.currency_code) end,
      case when again.count > 0 then again.count || ' that it had in ' || upper(w.currency_code) || ' hold again' end) || '.' as message,
    l.external_id as subject
  from load_wanted_contract w join load_contract l on l.id = w.id join contract was on was.id = w.id
  ${PRICES_IN("was.currency_code")} former ${PRICES_IN("w.currency_code")} again
  where lower(was.currency_code) <> lower(w.currency_code) and former.count + again.count > 0`

const INSERT_CONTRACTS = `
  insert into contract (id, ${COLUMNS.join(", ")}, credit_as_of, as_of)
  select id, ${COLUMNS.join(", ")}, credit_as_of, :asOf
  from load_wanted_contract where is_new order by seq
  returning id as subject_id, legal_entity_id, null::jsonb as before, to_jsonb(contract) as after`

const UPDATE_CONTRACTS = `
  update contract t
  set ${COLUMNS.map((column) => `${column} = w.${column}`).join(", ")}, credit_as_of = w.credit_as_of, as_of = :asOf, updated_at = now()
  from load_wanted_contract w join contract was on was.id = w.id
  where not w.is_new and t.id = w.id
    and (${COLUMNS.map((column) => `t.${column}`).join(", ")}) is distinct from (${COLUMNS.map((column) => `w.${column}`).join(", ")})
  returning t.id as subject_id, t.legal_entity_id, to_jsonb(was) as before, to_jsonb(t) as after`
