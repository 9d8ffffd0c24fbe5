import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { entryNames } from "../../database/pricing/entry-names"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { lockPriceRules } from "../../database/pricing/lock-price-rules"
import type { WantedPrice } from "../../database/pricing/resolve-price-rows"
import { type PriceSetOutcome, type PriceVerb, restorePrices, setContractPrices } from "../../database/pricing/set-contract-prices"
import type { PriceRowText } from "../../modules/contract-pricing/rules/price-row"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PricingEvents } from "../../modules/contract-pricing/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { nameOfPrice } from "./name-of-price"

export interface SetContractPricesInput {
  contract_id: string
  legal_entity_id: string
  rows: PriceRowText[]
  verb: PriceVerb
  actor: Actor
}

/** Prices in one entry of the log, which takes no longer ones. */
const LOGGED_MAX = 100

type Facts = Record<string, string>

/** Undone by writing what stood before. */
const setContractPricesStep = createStep(
  "set-contract-prices",
  async ({ contract_id, rows, verb }: Pick<SetContractPricesInput, "contract_id" | "rows" | "verb">, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return inRulesTransaction(db, async (trx) => {
      await lockPriceRules(trx)
      const { rows: outcomes, ...done } = await setContractPrices(trx, { contract_id, rows, verb })
      return new StepResponse({ outcomes, logged: await describe(trx, done.changes), changed: done.changes.length }, done)
    })
  },
  async (done, { container }) => {
    if (done) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
        await lockPriceRules(trx)
        await restorePrices(trx, done)
      })
    }
  }
)

/** All changed prices, by product, quantity and days, as many in one entry of the log as it takes. */
async function describe(db: Knex, changes: PriceSetOutcome["changes"]): Promise<{ before: Facts; after: Facts }[]> {
  const names = await entryNames(db, { entry_keys: changes.flatMap(({ before, after }) => (before ?? after)?.entry_key ?? []) })
  const lineOf = (price: WantedPrice | null): [string, string][] => {
    const name = price && names.get(price.entry_key)
    return price && name ? [[nameOfPrice({ ...name, ...price }), worthOf(price)]] : []
  }
  const entries: { before: Facts; after: Facts }[] = []
  for (let from = 0; from < changes.length; from += LOGGED_MAX) {
    const part = changes.slice(from, from + LOGGED_MAX)
    entries.push({
      before: Object.fromEntries(part.flatMap(({ before }) => lineOf(before))),
      after: Object.fromEntries(part.flatMap(({ after }) => lineOf(after))),
    })
  }
  return entries
}

function worthOf({ amount, ends_on }: WantedPrice): string {
  return ends_on === null ? amount : `${amount} … ${ends_on}`
}

/**
 * Sets or removes prices that a contract has of its own, up to thousands at once. Each row has an outcome: what cannot be is refused, the rest
 * is done. The same again changes nothing. `prices_being_loaded` when a load holds what it needs.
 */
export const setContractPricesWorkflow = createWorkflow("set-contract-prices", (input: SetContractPricesInput) => {
  const done = setContractPricesStep({ contract_id: input.contract_id, rows: input.rows, verb: input.verb })
  const entries = transform({ input, done }, ({ input: { actor, contract_id, legal_entity_id, verb }, done: { logged } }) => {
    const subject = { actor, subject_type: "contract", subject_id: contract_id, legal_entity_id }
    return logged.map((facts) =>
      verb === "set" ? { ...subject, action: "contract.prices_set", ...facts } : { ...subject, action: "contract.prices_removed", ...facts }
    )
  })
  recordAuditStep(entries)
  when({ done }, ({ done: { changed } }) => changed > 0).then(() => {
    const data = transform({ input, done }, ({ input: { contract_id: id }, done: { changed } }) => ({ id, changed }))
    emitEventStep({ eventName: PricingEvents.CONTRACT_PRICES_SET, data })
  })
  return new WorkflowResponse(done)
})
