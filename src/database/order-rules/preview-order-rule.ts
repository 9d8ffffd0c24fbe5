import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { isDeepStrictEqual } from "node:util"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import { previewSample } from "../../modules/contract-pricing/rules/preview-sample"
import type { OrderRuleDraft } from "../../modules/order-rules/rules/order-rule-draft"
import type { HoldingQuantityRule } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { type UnitQuantities, unitQuantities } from "../../modules/order-rules/rules/unit-quantities"
import { SIBLINGS } from "../loads/refresh-trait-entries"
import { type EntryName, entryNames } from "../pricing/entry-names"
import { inPreview, tryOut } from "../pricing/in-preview"
import { contractsInScope, type TouchedContract } from "../pricing/touched-by"
import { liesIn } from "../queries/lies-in"
import { quantityRulesOf } from "../queries/order-rules"
import { resolveOrderRule } from "./resolve-order-rule"
import { changeableOrderRule, endOrderRule, writeOrderRule } from "./save-order-rule"

/** What is tried: a new order rule, a change of one (`id`), or its end (no `draft`). */
export interface OrderRuleTrial {
  id: string | null
  draft: OrderRuleDraft<ScopeKind> | null
}

/** What may be ordered of a product under a contract on either side, in base units; null = nothing. */
export interface OrderRuleExample {
  contract: Pick<TouchedContract, "id" | "number" | "legal_entity">
  product: EntryName
  before: UnitQuantities | null
  after: UnitQuantities | null
  is_changed: boolean
}

export interface OrderRulePreview {
  /** All that it reaches, before or after. */
  touched: { products: number; contracts: number; clients: number }
  /** How much of that was compared. */
  compared: { products: number; contracts: number; is_whole: boolean }
  /** Pairs of contract and product of which other quantities may be ordered than before. */
  changed: number
  /** Of those the ones of which nothing can be ordered. */
  impossible: number
  examples: OrderRuleExample[]
}

const EXAMPLES_MAX = 20

/** In base units, whatever the product is sold by. */
const BASE = { code: "", coefficient: "1" }

/** What names the plain item of a product is about each of its characteristics. */
const ENTRIES = `
  select coalesce(array_agg(e.key order by e.key), '{}') as entry_keys
  from (
    select r.*, array(select sibling.key from catalog_entry base ${SIBLINGS} where base.key = r.entry_key) || r.entry_key as named_keys
    from order_rule r where r.id = :id offset 0
  ) r join catalog_entry e
    on e.is_listed and (r.entry_key is null or e.key = any (r.named_keys)) and (r.category_key is null or ${liesIn("r.category_key")})
    and (r.unit_code is null or exists (select from sales_unit u where u.entry_key = e.key and u.code = r.unit_code)
      or (r.unit_code = '796' and not exists (select from sales_unit u where u.entry_key = e.key)))`

interface Reached {
  entry_keys: number[]
  contracts: TouchedContract[]
}

/**
 * What an order rule that is not saved would do: it is written in a transaction that is rolled back, and what holds is asked before and after, as
 * carts ask it. Throws what `resolveOrderRule` and `changeableOrderRule` throw, and `preview_too_slow`.
 */
export async function previewOrderRule(db: Knex, trial: OrderRuleTrial): Promise<OrderRulePreview> {
  return inPreview(db, async (trx) => {
    if (trial.id !== null) {
      await changeableOrderRule(trx, { id: trial.id, updated_at: null })
    }
    const facts = trial.draft && (await resolveOrderRule(trx, trial.draft))
    const id = trial.id ?? generateEntityId(undefined, "ordr")
    const was = trial.id === null ? { entry_keys: [], contracts: [] } : await reachedBy(trx, id)
    const { reached, sample, after } = await tryOut(trx, async (inner) => {
      if (facts) {
        await writeOrderRule(inner, { id, facts, is_new: trial.id === null })
      }
      const all = facts ? both(was, await reachedBy(inner, id)) : was
      if (!facts) {
        await endOrderRule(inner, { id })
      }
      const chosen = previewSample(all.contracts, all.entry_keys)
      return { reached: all, sample: chosen, after: await rulesOf(inner, chosen) }
    })
    const before = await rulesOf(trx, sample)
    const compared = compare(sample, before, after)
    const changed = compared.filter(({ is_changed }) => is_changed)
    const shown = [...changed, ...compared.filter(({ is_changed }) => !is_changed)].slice(0, EXAMPLES_MAX)
    const names = await entryNames(trx, { entry_keys: shown.map(({ entry_key }) => entry_key) })
    return {
      touched: {
        products: reached.entry_keys.length,
        contracts: reached.contracts.length,
        clients: new Set(reached.contracts.map(({ legal_entity }) => legal_entity.id)).size,
      },
      compared: { products: sample.entry_keys.length, contracts: sample.contracts.length, is_whole: sample.is_whole },
      changed: changed.length,
      impossible: changed.filter((pair) => pair.after === null).length,
      examples: shown.flatMap(({ entry_key, contract: { id: contract_id, number, legal_entity }, ...sides }) => {
        const product = names.get(entry_key)
        return product ? [{ contract: { id: contract_id, number, legal_entity }, product, ...sides }] : []
      }),
    }
  })
}

async function reachedBy(db: Knex, id: string): Promise<Reached> {
  const { rows } = await db.raw<{ rows: { entry_keys: number[] }[] }>(ENTRIES, { id })
  return { entry_keys: rows[0]?.entry_keys ?? [], contracts: await contractsInScope(db, "order_rule", { id }) }
}

function both(a: Reached, b: Reached): Reached {
  const contracts = new Map([...a.contracts, ...b.contracts].map((contract) => [contract.id, contract]))
  return { entry_keys: [...new Set([...a.entry_keys, ...b.entry_keys])].sort((x, y) => x - y), contracts: [...contracts.values()] }
}

/** What holds under each contract, by key of the entry. */
async function rulesOf(db: Knex, { contracts, entry_keys }: Reached): Promise<Map<number, HoldingQuantityRule>[]> {
  const all: Map<number, HoldingQuantityRule>[] = []
  for (const { id: contract_id } of contracts) {
    all.push(await quantityRulesOf(db, { contract_id, entry_keys }))
  }
  return all
}

type Compared = Pick<OrderRuleExample, "before" | "after" | "is_changed"> & { contract: TouchedContract; entry_key: number }

/** Product by product, so that examples show more than the first contract. */
function compare(
  { contracts, entry_keys }: Reached,
  before: Map<number, HoldingQuantityRule>[],
  after: Map<number, HoldingQuantityRule>[]
): Compared[] {
  return entry_keys.flatMap((entry_key) =>
    contracts.flatMap((contract, place) => {
      const [was, is] = [before[place]?.get(entry_key), after[place]?.get(entry_key)]
      return was && is
        ? [
            {
              contract,
              entry_key,
              before: unitQuantities(was, BASE),
              after: unitQuantities(is, BASE),
              is_changed: !isDeepStrictEqual(was, is),
            },
          ]
        : []
    })
  )
}
