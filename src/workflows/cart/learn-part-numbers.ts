import type { ActiveContract, Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { knownPartNumbers } from "../../database/part-numbers/known-part-numbers"
import { type NumberedRow, type ProposedNumber, proposePartNumbers } from "../../modules/catalog/rules/propose-part-numbers"
import type { OrderFile } from "../../modules/order-rules/order-file"
import { putPartNumbersWorkflow } from "../catalog/put-part-numbers"
import type { LineResult } from "./types"

export interface LearnPartNumbers {
  /** Under which he works; the numbers are those of its entity. */
  contract: ActiveContract | null
  cart_id: string
  file: Pick<OrderFile, "rows">
  /** What became of the rows. */
  lines: LineResult[]
  /** Whether what is new is kept; what a number means so far is never changed here. */
  learn: boolean
  actor: Actor
}

export type LearnedNumber = Omit<ProposedNumber, "status"> & { status: ProposedNumber["status"] | "learned" }

/**
 * What an order form teaches of the dealer's own numbers: those that stand beside an article which led to a product. Nothing where the cart is under
 * another contract than he works under, who may be another entity with other goods in sight.
 */
export async function learnPartNumbers(container: MedusaContainer, input: LearnPartNumbers): Promise<LearnedNumber[]> {
  const { contract, cart_id, file, lines, learn, actor } = input
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rows = numberedRows(file, lines)
  if (rows.length === 0 || !contract || (await contractOfCart(db, cart_id))?.contract_id !== contract.id) {
    return []
  }
  const dealer = { legal_entity_id: contract.legal_entity_id, sight: contract.assortment }
  const known = await knownPartNumbers(
    db,
    dealer,
    rows.map(({ number }) => number)
  )
  const proposed = proposePartNumbers(rows, known)
  const fresh = proposed.filter(({ status }) => status === "new")
  if (!learn || fresh.length === 0) {
    return proposed
  }
  const part_numbers = fresh.map(({ number, variant_id }) => ({ number, variant_id }))
  await putPartNumbersWorkflow(container).run({ input: { ...dealer, part_numbers, actor } })
  return proposed.map((each) => (each.status === "new" ? { ...each, status: "learned" as const } : each))
}

/** A number that is what the article column says, too, names itself alone. Lines that are refused for their quantity teach as well. */
function numberedRows(file: Pick<OrderFile, "rows">, lines: LineResult[]): NumberedRow[] {
  const variantOf = new Map(
    lines.flatMap(({ row, variant_id, code }) => (variant_id === null || code === "not_listed" ? [] : [[row, variant_id]]))
  )
  return file.rows.flatMap(({ row, own_number, article }) => {
    const variant_id = variantOf.get(row)
    return own_number === null || own_number === article || variant_id === undefined ? [] : [{ row, number: own_number, variant_id }]
  })
}
