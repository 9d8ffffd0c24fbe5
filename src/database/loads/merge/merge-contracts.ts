import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"

/** Contracts between the entities that the ERP has told of. One with an unknown party is refused; one with an unknown price type has no prices. */
export async function mergeContracts(load: LoadContext): Promise<void> {
  await run(load, RESOLVE_PARTIES)
  await noteIssues(load, UNKNOWN_PARTIES)
  await run(
    load,
    `delete from stage_contract s using load_party p where p.external_id = s.external_id and (p.legal_entity_id is null or p.supplier_entity_id is null)`
  )
  await noteIssues(load, UNKNOWN_PRICE_TYPES)
  await matchDocuments(load, { kind: "contract", table: "contract", idPrefix: "ctr" })
  await run(load, WANTED_CONTRACTS)
  const created = await run(load, INSERT_CONTRACTS, { asOf: load.asOf })
  const updated = await run<{ state: string }>(load, UPDATE_CONTRACTS, { asOf: load.asOf })
  await mapDocuments(load, "contract")
  const deleted = updated.rows.filter((row) => row.state === "closed").length
  count(load, "contracts", { created: created.rowCount, updated: updated.rowCount - deleted, deleted })
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

const WANTED_CONTRACTS = `
  create temporary table load_wanted_contract on commit drop as
  select l.id, l.is_new, l.seq, p.number, p.legal_entity_id, p.supplier_entity_id, p.price_type_id, l.record ->> 'currency_code' as currency_code,
    (l.record ->> 'starts_on')::date as starts_on, (l.record ->> 'ends_on')::date as ends_on,
    case when l.record -> 'payment_terms' is null then t.payment_terms else l.record ->> 'payment_terms' end as payment_terms,
    case when l.is_deleted then 'closed' when (l.record ->> 'is_blocked')::boolean then 'blocked' else 'active' end as state
  from load_contract l
  join load_party p on p.external_id = l.external_id
  left join contract t on t.id = l.id`

const INSERT_CONTRACTS = `
  insert into contract (id, number, legal_entity_id, supplier_entity_id, price_type_id, currency_code, starts_on, ends_on, payment_terms, state, as_of)
  select id, number, legal_entity_id, supplier_entity_id, price_type_id, currency_code, starts_on, ends_on, payment_terms, state, :asOf
  from load_wanted_contract where is_new order by seq`

const UPDATE_CONTRACTS = `
  update contract t
  set number = w.number, legal_entity_id = w.legal_entity_id, supplier_entity_id = w.supplier_entity_id, price_type_id = w.price_type_id,
    currency_code = w.currency_code, starts_on = w.starts_on, ends_on = w.ends_on, payment_terms = w.payment_terms, state = w.state,
    as_of = :asOf, updated_at = now()
  from load_wanted_contract w
  where not w.is_new and t.id = w.id
    and (t.number, t.legal_entity_id, t.supplier_entity_id, t.price_type_id, t.currency_code, t.starts_on, t.ends_on, t.payment_terms, t.state)
      is distinct from (w.number, w.legal_entity_id, w.supplier_entity_id, w.price_type_id, w.currency_code, w.starts_on, w.ends_on, w.payment_terms, w.state)
  returning t.state`
