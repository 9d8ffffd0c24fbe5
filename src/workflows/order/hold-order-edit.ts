import { type Actor, type AuditInput, type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfOrder } from "../../database/ordering/contract-of-cart"
import {
  type EditBypass,
  editedOrderLines,
  editedWaitingLines,
  type OverdiscountedLine,
  overdiscountedLines,
} from "../../database/ordering/edited-order-lines"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { entriesByVariants } from "../../database/queries/entries-by-articles"
import { withheldEntries } from "../../database/queries/withheld-entries"
import { refuseStaffLines, type StaffLine } from "../cart/refuse-quantities"
import { tellWithheld } from "../cart/rules/tell-price"
import { throwRefusals } from "./throw-refusals"

/** As few letters as a reason has. */
const REASON_MIN = 3

/** Goods that staff add to an order and that rules withhold from sale under its contract. */
export async function refuseAddedGoods(db: Knex, input: { contract_id: string; variant_ids: string[] }): Promise<Refusal[]> {
  const terms = await termsOfContract(db, input)
  if (!terms) {
    return []
  }
  const entries = await entriesByVariants(db, [...new Set(input.variant_ids)], terms.assortment)
  const found = [...entries.values()].flatMap((resolution) => (resolution.outcome === "found" ? [resolution.entry] : []))
  const { id: contract_id, currency_code } = terms
  const entry_keys = found.map(({ entry_key }) => entry_key)
  const rules = await withheldEntries(db, { contract_id, currency_code, day: today(), entry_keys })
  return found.flatMap(({ entry_key, title, article, variant_id }) => {
    const withheld = rules.get(entry_key)
    return withheld === undefined ? [] : [tellWithheld({ title, article, quantity: null, withheld }, terms, article ?? variant_id)]
  })
}

/** What is to be kept and logged once the change of an order has been confirmed. */
export interface AllowedEdit {
  bypass: EditBypass
  entry: AuditInput
}

/**
 * Holds the open change of an order to the rules of its contract, before it is confirmed. Quantities that are not allowed pass where a manager
 * has written why into the note of the change; goods that are withheld do not, nor lines of which something waits for supplies: Medusa knows nothing
 * of what was promised. Nor may a line come to less than promotions took off it. An order under no contract is not asked about its rules.
 *
 * @returns null when nothing has to be passed over
 * @throws MedusaError NOT_ALLOWED `order_refused` with all refusals
 */
export async function holdOrderEdit(
  db: Knex,
  { order_id, actor, mayBypass }: { order_id: string; actor: Actor; mayBypass: boolean }
): Promise<AllowedEdit | null> {
  throwRefusals("order_refused", [
    ...(await editedWaitingLines(db, order_id)).map(tellWaiting),
    ...(await overdiscountedLines(db, order_id)).map(tellOverdiscounted),
  ])
  const contract_id = await contractOfOrder(db, order_id)
  const terms = contract_id === null ? null : await termsOfContract(db, { contract_id })
  if (!terms) {
    return null
  }
  const { lines, note } = await editedOrderLines(db, order_id)
  const { withheld, quantities } = await refuseStaffLines(db, { terms, items: lines })
  const reason = mayBypass && note !== null && note.length >= REASON_MIN ? note : null
  throwRefusals("order_refused", [...withheld, ...(reason === null ? quantities : await refuseBeyondRules(db, { terms, lines }))])
  return reason === null || quantities.length === 0 ? null : allowed({ order_id, actor, terms, reason, quantities })
}

/** What no reason lets past: fractions of a unit, and more than a line holds at all. Of each line one refusal is told, which may hide these. */
async function refuseBeyondRules(db: Knex, { terms, lines }: { terms: OrderTerms; lines: StaffLine[] }): Promise<Refusal[]> {
  return (await refuseStaffLines(db, { terms, items: lines.map((line) => ({ ...line, is_bypassed: true })) })).quantities
}

function tellWaiting({ id, title, waiting }: { id: string; title: string; waiting: string }): Refusal {
  const message = `"${title}" waits for ${waiting} from supplies: what waits is split off or cancelled by an answer to its promises, not by a change of the order`
  return { code: "line_waits", message, subject: id, details: { line_id: id, waiting } }
}

function tellOverdiscounted({ id, title, amount, discount }: OverdiscountedLine): Refusal {
  const message = `"${title}" would come to ${amount}, less than the ${discount} that promotions took off it: take the line out, or have promotions carried over`
  return { code: "discount_beyond_line", message, subject: id, details: { line_id: id, amount, discount } }
}

interface Passed {
  order_id: string
  actor: Actor
  terms: OrderTerms
  reason: string
  quantities: Refusal[]
}

function allowed({ order_id, actor, terms, reason, quantities }: Passed): AllowedEdit {
  const lines = quantities.map(({ code, details }) => ({ line_id: String(details?.["line_id"] ?? ""), code }))
  return {
    bypass: { reason, user_id: actor.id ?? "", user_name: actor.name, lines },
    entry: {
      ...{ actor, action: "order.quantity_bypassed", subject_type: "order", subject_id: order_id, legal_entity_id: terms.entity.id },
      after: { reason, lines: quantities.map(({ message }) => message).join("; "), line_count: quantities.length },
    },
  }
}
