import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import type { OrderRuleDraft } from "../../modules/order-rules/rules/order-rule-draft"
import { type OrderRuleListing, orderRuleListing } from "./order-rule-listing"
import { type OrderRuleFacts, resolveOrderRule } from "./resolve-order-rule"

export interface OrderRuleChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one, or whatever it is. */
  updated_at: string | null
  /** Null = it ends. */
  draft: OrderRuleDraft<ScopeKind> | null
}

export interface SavedOrderRule {
  id: string
  /** Both sides are the same where nothing had to be written. */
  before: OrderRuleListing | null
  after: OrderRuleListing | null
}

/** One writer at a time, so that the same asked twice at once is made once. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.order-rules', 0))`

const COLUMNS = "scope_kind, scope_id, entry_key, category_key, unit_code, multiplicity, minimum, maximum"
const VALUES = `
  :scope_kind, :scope_id, cast(:entry_key as int), cast(:category_key as int), cast(:unit_code as text), cast(:multiplicity as numeric(18, 6)),
  cast(:minimum as numeric(18, 6)), cast(:maximum as numeric(18, 6))`

const LIKE = `
  select id, (multiplicity, minimum, maximum) is not distinct from
    (cast(:multiplicity as numeric(18, 6)), cast(:minimum as numeric(18, 6)), cast(:maximum as numeric(18, 6))) as is_same
  from order_rule
  where scope_kind = :scope_kind and scope_id = :scope_id and entry_key is not distinct from cast(:entry_key as int)
    and category_key is not distinct from cast(:category_key as int) and unit_code is not distinct from cast(:unit_code as text)
    and source = 'portal' and deleted_at is null and id <> :id`

const LOCK = `select 1 from order_rule where id = :id and deleted_at is null for update`
const INSERT = `insert into order_rule (id, source, ${COLUMNS}) values (:id, 'portal', ${VALUES})`
const UPDATE = `
  update order_rule set (${COLUMNS}) = (${VALUES}), updated_at = clock_timestamp()
  where id = :id and (${COLUMNS}) is distinct from (${VALUES})`
const END = `update order_rule set deleted_at = now(), updated_at = clock_timestamp() where id = :id`

/**
 * Makes, changes or ends an order rule by hand. The same asked again is the one that stands. Throws NOT_FOUND for an unknown one, NOT_ALLOWED with
 * `erp_owned` for one of the ERP, `changed_meanwhile` for another version, `order_rule_exists` where another one says something else for the same
 * clients, goods and unit; and what `resolveOrderRule` throws.
 */
export async function saveOrderRule(trx: Knex.Transaction, { id, updated_at, draft }: OrderRuleChange): Promise<SavedOrderRule> {
  await trx.raw(ALONE)
  const before = id === null ? null : await changeableOrderRule(trx, { id, updated_at })
  if (draft === null) {
    await endOrderRule(trx, { id: id ?? "" })
    return { id: id ?? "", before, after: null }
  }
  const facts = await resolveOrderRule(trx, draft)
  const like = await likeOrderRule(trx, { id: id ?? "", facts })
  if (like?.is_same && before === null) {
    const same = await orderRuleListing(trx, { id: like.id })
    return { id: like.id, before: same, after: same }
  }
  if (like) {
    const message = `Order rule ${like.id} already stands for the same clients, products and unit: change that one.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "order_rule_exists")
  }
  const saved = id ?? generateEntityId(undefined, "ordr")
  await writeOrderRule(trx, { id: saved, facts, is_new: before === null })
  return { id: saved, before, after: await orderRuleListing(trx, { id: saved }) }
}

/** Writes what was resolved, without a look at what stands. */
export async function writeOrderRule(
  trx: Knex,
  { id, facts, is_new }: { id: string; facts: OrderRuleFacts; is_new: boolean }
): Promise<void> {
  await trx.raw(is_new ? INSERT : UPDATE, { id, ...facts })
}

/** From now on it is as if it were not there. */
export async function endOrderRule(trx: Knex, { id }: { id: string }): Promise<void> {
  await trx.raw(END, { id })
}

/** Puts back what stood before a change that was undone. */
export async function restoreOrderRule(trx: Knex.Transaction, { id, before, after }: SavedOrderRule): Promise<void> {
  if (before === after) {
    return
  }
  if (!before) {
    await trx.raw(`delete from order_rule where id = :id`, { id })
    return
  }
  await trx.raw(`update order_rule set deleted_at = null where id = :id`, { id })
  const { scope, target, unit, multiplicity, minimum, maximum } = before
  const draft = {
    scope: { kind: scope.kind, id: scope.id },
    target: { variant_id: target.product?.variant_id ?? null, category_id: target.category?.id ?? null },
    ...{ unit_code: unit?.code ?? null, multiplicity, minimum, maximum },
  }
  await writeOrderRule(trx, { id, facts: await resolveOrderRule(trx, draft), is_new: false })
}

/** A live order rule that was made here, in this version, for the caller alone. Errors as of {@link saveOrderRule}. */
export async function changeableOrderRule(
  trx: Knex,
  { id, updated_at }: { id: string; updated_at: string | null }
): Promise<OrderRuleListing> {
  await trx.raw(LOCK, { id })
  const standing = await orderRuleListing(trx, { id })
  if (!standing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order rule with id ${id} was not found`)
  }
  if (standing.source === "erp") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Order rule ${id} comes from the ERP: it is changed there.`, "erp_owned")
  }
  if (updated_at !== null && updated_at !== standing.updated_at) {
    const message = `Order rule ${id} was changed meanwhile, at ${standing.updated_at}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  return standing
}

async function likeOrderRule(
  trx: Knex,
  { id, facts }: { id: string; facts: OrderRuleFacts }
): Promise<{ id: string; is_same: boolean } | null> {
  const { rows } = await trx.raw<{ rows: { id: string; is_same: boolean }[] }>(LIKE, { id, ...facts })
  return rows[0] ?? null
}
