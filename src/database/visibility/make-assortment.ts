import type { Assortment } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { inRulesTransaction } from "../pricing/in-rules-transaction"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"
import { prepared } from "../prepared"
import { assortmentOf, digestOf, VISIBILITY_PROFILE } from "./visibility-profile"

const profileOf = (contractId: string) => `
  profile as materialized (
    select c.id as contract_id, ${VISIBILITY_PROFILE} as rule_keys
    from contract c left join legal_entity le on le.id = c.legal_entity_id where c.id = ${contractId}
  )`

const standingOf = (contractId: string) => `
  with ${profileOf(contractId)}
  select contract_id, profile.rule_keys is null as sees_all, ${assortmentOf("profile.rule_keys")} as assortment from profile`

const OF_CONTRACT = standingOf(":contract_id")
const OF_CART = standingOf(
  "(select tie.contract_id from cart_contract tie where tie.cart_id = :cart_id and tie.deleted_at is null limit 1)"
)

/** The last rule of a profile may be about everything; without one the rest is shown. */
const MAKE = `
  with ${profileOf(":contract_id")}
  insert into assortment (profile, rule_keys, shows_rest, lists_shown)
  select ${digestOf("rule_keys")}, rule_keys, rest.shows, not rest.shows
  from profile
  cross join lateral (
    select coalesce(bool_and(r.shows), true) as shows from visibility_rule r
    where r.key = rule_keys[cardinality(rule_keys)] and r.target_kind = 'everything'
  ) rest
  where rule_keys is not null
  on conflict (profile) do nothing
  returning key`

const RULES = `
  insert into assortment_rule (assortment_key, place, category_key, trait_key, shows)
  select a.key, named.place, r.category_key, r.trait_key, r.shows
  from assortment a cross join unnest(a.rule_keys) with ordinality as named (key, place)
  join visibility_rule r on r.key = named.key
  where a.key = :key and r.target_kind <> 'everything'`

const DECIDE = `select kontor_decide_entries(array(select key from catalog_entry), :key)`

/** Where more than half of all entries are listed, the others are fewer. */
const LIST_THE_OTHERS = `
  update assortment set lists_shown = not lists_shown
  where key = :key and (select count(*) from assortment_entry where assortment_key = :key) * 2 > (select count(*) from catalog_entry)
  returning key`

interface Standing {
  contract_id: string
  sees_all: boolean
  assortment: Assortment | null
}

/** The assortment of a contract; null = it sees the whole catalogue. One that nobody has needed before is made: see {@link makeAssortment}. */
export async function assortmentOfContract(db: Knex, { contract_id }: { contract_id: string }): Promise<Assortment | null> {
  const [standing] = await prepared<Standing>(db, "assortment-of-contract", OF_CONTRACT, { contract_id })
  return madeOf(db, standing)
}

/** The same of the contract that a cart is under; null too for a cart that belongs to no contract. */
export async function assortmentOfCart(db: Knex, { cart_id }: { cart_id: string }): Promise<Assortment | null> {
  const [standing] = await prepared<Standing>(db, "assortment-of-cart", OF_CART, { cart_id })
  return madeOf(db, standing)
}

async function madeOf(db: Knex, found: Standing | undefined): Promise<Assortment | null> {
  return !found || found.sees_all || found.assortment ? (found?.assortment ?? null) : makeAssortment(db, found)
}

/**
 * Makes the assortment of a contract. Goods are locked, so that whoever writes entries afterwards knows of it.
 *
 * @throws MedusaError NOT_ALLOWED `prices_being_loaded` when a load keeps the goods locked for too long
 */
export async function makeAssortment(db: Knex, { contract_id }: { contract_id: string }): Promise<Assortment | null> {
  return inRulesTransaction(db, async (trx) => {
    await lockGoodsOfRules(trx, "alone")
    return writeAssortment(trx, { contract_id })
  })
}

/** The same with goods locked already, or for a transaction that leaves nothing behind. */
export async function writeAssortment(trx: Knex, { contract_id }: { contract_id: string }): Promise<Assortment | null> {
  const [made] = (await trx.raw<{ rows: { key: number }[] }>(MAKE, { contract_id })).rows
  if (made) {
    await listExceptions(trx, made)
  }
  const { rows } = await trx.raw<{ rows: Standing[] }>(OF_CONTRACT, { contract_id })
  return rows[0]?.assortment ?? null
}

async function listExceptions(trx: Knex, { key }: { key: number }): Promise<void> {
  await trx.raw(RULES, { key })
  await trx.raw(DECIDE, { key })
  const { rows } = await trx.raw<{ rows: unknown[] }>(LIST_THE_OTHERS, { key })
  if (rows.length > 0) {
    await trx.raw(DECIDE, { key })
  }
}
