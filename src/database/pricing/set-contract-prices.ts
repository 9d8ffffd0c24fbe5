import type { Refusal } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceRowText } from "../../modules/contract-pricing/rules/price-row"
import { type ContractPrice, pricingKeyOf, removePrices, standingPrices, writePrices } from "./contract-prices"
import { priceKey, type ResolvedRow, resolvePriceRows, type WantedPrice } from "./resolve-price-rows"

/** "set" makes prices or changes them, "remove" takes them away; then amount and last day say nothing. */
export type PriceVerb = "set" | "remove"

/** What became of one row of a set: "absent" was there no more when it was to be removed. */
export interface PriceRowOutcome {
  row: number
  subject: string | null
  outcome: "created" | "updated" | "unchanged" | "removed" | "absent" | "refused"
  refusal: Refusal | null
  /** The product; null where it was not found. */
  wanted: WantedPrice | null
}

export interface PriceSetOutcome {
  contract_key: number
  rows: PriceRowOutcome[]
  /** What was written or removed, as it stood; null where there was none. */
  changes: { before: ContractPrice | null; after: WantedPrice | null }[]
}

/** Sets or removes prices of one contract. Each row has an outcome; those that can be are done. With the rules locked, unless it is tried out. */
export async function setContractPrices(
  trx: Knex,
  { contract_id, rows, verb }: { contract_id: string; rows: PriceRowText[]; verb: PriceVerb }
): Promise<PriceSetOutcome> {
  const resolved = await resolvePriceRows(trx, rows)
  const contract_key = await pricingKeyOf(trx, { contract_id })
  const wanted = resolved.flatMap((row) => ("wanted" in row ? [row.wanted] : []))
  const standing = new Map((await standingPrices(trx, { contract_key, rows: wanted })).map((price) => [priceKey(price), price]))
  const outcomes = resolved.map((row) => outcomeOf(row, standing, verb))
  const changed = outcomes.flatMap(({ outcome, wanted: price }) => (price && CHANGES.includes(outcome) ? [price] : []))
  await (verb === "set" ? writePrices : removePrices)(trx, { contract_key, rows: changed })
  const changes = changed.map((price) => ({ before: standing.get(priceKey(price)) ?? null, after: verb === "set" ? price : null }))
  return { contract_key, rows: outcomes, changes }
}

const CHANGES: PriceRowOutcome["outcome"][] = ["created", "updated", "removed"]

function outcomeOf(resolved: ResolvedRow, standing: Map<string, ContractPrice>, verb: PriceVerb): PriceRowOutcome {
  const { row, subject } = resolved
  if ("refusal" in resolved) {
    return { row, subject, outcome: "refused", refusal: resolved.refusal, wanted: null }
  }
  const { wanted } = resolved
  const known = standing.get(priceKey(wanted))
  const done = (outcome: PriceRowOutcome["outcome"]) => ({ row, subject, outcome, refusal: null, wanted })
  if (known?.source === "erp") {
    const message = `The price ${known.amount} of ${subject} from ${known.from_quantity} on comes from the ERP and is changed there.`
    return { row, subject, outcome: "refused", refusal: { code: "erp_owned", message, subject }, wanted }
  }
  if (verb === "remove") {
    return done(known ? "removed" : "absent")
  }
  if (!known) {
    return done("created")
  }
  return done(known.amount === wanted.amount && known.ends_on === wanted.ends_on ? "unchanged" : "updated")
}

/** Puts prices back as they stood before {@link setContractPrices}; what the ERP has said since stays. */
export async function restorePrices(
  trx: Knex,
  { contract_key, changes }: Pick<PriceSetOutcome, "contract_key" | "changes">
): Promise<void> {
  await removePrices(trx, { contract_key, rows: changes.flatMap(({ before, after }) => (before === null && after ? [after] : [])) })
  await writePrices(trx, { contract_key, rows: changes.flatMap(({ before }) => before ?? []) })
}
