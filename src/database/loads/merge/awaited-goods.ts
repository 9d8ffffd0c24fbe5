import { lockGoodsOfRules } from "../../pricing/lock-price-rules"
import { run, type LoadContext } from "../load-context"
import { SIBLINGS } from "../refresh-trait-entries"

/** What names goods of the ERP by lists of its own; `load_<holder>` has those of the package. */
export type Holder = "price_adjustment" | "visibility_rule" | "product_document"

interface Awaiting {
  holder: Holder
  /** A select of `holder_id` and `external_id`: what the package names and nobody knows. */
  unknown: string
  /** SQL: whether the package tells the list of `load_<holder> l`; one that it does not stays. */
  isTold: string
}

/** Keeps which goods are named and not known yet. Only rows that differ are written. */
export async function awaitGoods(load: LoadContext, { holder, unknown, isTold }: Awaiting): Promise<void> {
  await run(
    load,
    `delete from erp_awaited a using load_${holder} l
     where a.source = :source and a.holder = '${holder}' and a.holder_id = l.id and (l.is_deleted or ${isTold})
       and (l.is_deleted or not exists (select from (${unknown}) u where u.holder_id = a.holder_id and u.external_id = a.external_id))`
  )
  await run(
    load,
    `insert into erp_awaited (source, holder, holder_id, external_id)
     select distinct :source, '${holder}', u.holder_id, u.external_id from (${unknown}) u
     where not exists (
       select from erp_awaited a
       where a.source = :source and a.holder = '${holder}' and a.holder_id = u.holder_id and a.external_id = u.external_id
     )`
  )
}

/**
 * Puts goods that have come on the lists that named them, in the transaction that brings them: what a rule hides is seen by nobody meanwhile. After the
 * catalogue knows them. Costs one lookup where nothing is awaited.
 */
export async function bindAwaited(load: LoadContext): Promise<void> {
  const { rows } = await run<{ some: boolean }>(load, `select exists (select from erp_awaited where source = :source) as some`)
  if (!rows[0]?.some) {
    return
  }
  await lockGoodsOfRules(load.trx, "shared")
  await run(load, COME)
  for (const statement of [BIND_TO_RULES, BIND_TO_DOCUMENTS, FORGET]) {
    await run(load, statement)
  }
}

const COME = `
  create temporary table load_come on commit drop as
  select a.holder, a.holder_id, a.external_id, e.key as entry_key, product.internal_id as product_id
  from erp_awaited a
  left join erp_mapping offer on offer.source = a.source and offer.kind = 'offer' and offer.external_id = a.external_id
  left join catalog_entry e on e.variant_id = offer.internal_id
  left join erp_mapping product on product.source = a.source and product.kind = 'product' and product.external_id = a.external_id
  where a.source = :source and case a.holder when 'product_document' then product.internal_id is not null else e.key is not null end`

const BIND_TO_RULES = `
  with meant as (
    select holder_id, entry_key from load_come where holder <> 'product_document'
    union
    select c.holder_id, sibling.key from load_come c join catalog_entry base on base.key = c.entry_key ${SIBLINGS} where c.holder <> 'product_document'
  )
  insert into trait_entry (trait_key, entry_key)
  select distinct t.key, m.entry_key from meant m join price_trait t on t.kind = 'list' and t.name = m.holder_id
  where not exists (select from trait_entry x where x.trait_key = t.key and x.entry_key = m.entry_key)
  order by t.key, m.entry_key`

const BIND_TO_DOCUMENTS = `
  insert into product_document_target (document_id, kind, target_id)
  select distinct c.holder_id, 'product', c.product_id from load_come c where c.holder = 'product_document' on conflict do nothing`

const FORGET = `
  delete from erp_awaited a using load_come c
  where a.source = :source and a.holder = c.holder and a.holder_id = c.holder_id and a.external_id = c.external_id`
