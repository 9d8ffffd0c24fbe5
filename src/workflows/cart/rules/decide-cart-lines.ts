import type { Refusal } from "@kontor/framework"
import { MathBN } from "@medusajs/framework/utils"
import { priceAt } from "../../../modules/contract-pricing/rules/price-ladder"
import { type AskedUnit, askedTogether } from "../../../modules/order-rules/rules/asked-together"
import { convertUnit } from "../../../modules/order-rules/rules/convert-unit"
import { grainOf } from "../../../modules/order-rules/rules/unit-precision"
import type { LineResult, LinesMode, LineWrite, Nearest, ResolvedLine, RequestedLine, Sellable } from "../types"
import { decideLineQuantity, NO_RULES } from "./decide-line-quantity"
import { type NamedContract, nameOf, nameReason, tellWithheld } from "./tell-price"

/** Code and short name of the unit an entry without units of its own is sold in. */
const PIECE = { code: "796", name: "шт", coefficient: "1" }

interface CountedLine {
  request: RequestedLine
  sellable: Sellable
  /** Base units. */
  quantity: string
  /** The least amount of base units that a quantity can be told by in the unit that was asked in. */
  grain: string
  /** Null = asked in base units. */
  asked: AskedUnit | null
}

/**
 * Decides every asked-for line: which become lines of the cart, with which quantity, and why the others do not. Rows for one entry are
 * summed first and stand or fall together, so that a minimum may be reached in two rows and stock is not promised twice.
 *
 * @param mayBypass whether a manager lets the lines past the order rules; whole units, stock and prices hold all the same
 * @returns one result per request, in its order, and the lines to write
 */
export function decideCartLines(
  lines: ResolvedLine[],
  mode: LinesMode,
  contract: Pick<NamedContract, "number">,
  { mayBypass = false }: { mayBypass?: boolean } = {}
): { results: LineResult[]; writes: LineWrite[] } {
  const results = new Map<RequestedLine, LineResult>()
  const groups = new Map<number, CountedLine[]>()
  for (const line of lines) {
    const counted = "refusal" in line ? line.refusal : countLine(line, contract)
    if ("code" in counted) {
      results.set(line.request, refuseLine(line.request, counted))
    } else {
      groups.set(counted.sellable.entry_key, [...(groups.get(counted.sellable.entry_key) ?? []), counted])
    }
  }
  const writes: LineWrite[] = []
  for (const group of groups.values()) {
    const write = decideGroup(group, { mode, contract, mayBypass }, results)
    if (write) {
      writes.push(write)
    }
  }
  return { results: lines.map(({ request }) => results.get(request)).filter((result) => result !== undefined), writes }
}

/** Checks what does not depend on the other lines and turns the quantity into base units. */
function countLine(
  { request, sellable }: { request: RequestedLine; sellable: Sellable },
  contract: Pick<NamedContract, "number">
): CountedLine | Refusal {
  const subject = request.article ?? request.variant_id
  if (!sellable.is_listed) {
    return { code: "not_listed", message: nameReason(sellable, contract, `not sold now, ${request.quantity} asked for`), subject }
  }
  if (sellable.withheld) {
    return tellWithheld({ ...sellable, quantity: request.quantity, withheld: sellable.withheld }, contract, subject)
  }
  if (sellable.prices.every(({ price }) => price === null)) {
    return { ...whyNoPrice(sellable, request.quantity, contract), subject }
  }
  const unit = findUnit(sellable, request.unit)
  if (!unit) {
    const known = unitsOf(sellable).map(({ name }) => name)
    const reason = `not sold by "${request.unit}", of which ${request.quantity} are asked for, but by: ${known.join(", ")}`
    return { code: "unit_unknown", message: nameReason(sellable, contract, reason), subject }
  }
  const asked = unit.code === baseOf(sellable).code ? null : { ...unit, quantity: MathBN.convert(request.quantity).toFixed() }
  return { request, sellable, quantity: convertUnit(request.quantity, unit.coefficient), grain: grainOf(unit), asked }
}

/** Without any price: for want of a rate, or because the contract has none. */
function whyNoPrice(sellable: Sellable, quantity: string, contract: { number: string }): Pick<Refusal, "code" | "message"> {
  const { missing_rate } = sellable
  if (!missing_rate) {
    return { code: "no_price", message: `${nameOf(sellable)} has no price for ${quantity} under contract ${contract.number}` }
  }
  const [currency, wanted] = [missing_rate.currency_code, missing_rate.in_currency].map((code) => code.toUpperCase())
  const rate = `there is no rate of ${currency} in ${wanted} on ${missing_rate.day} or in the 14 days before`
  return {
    code: "rate_missing",
    message: `${nameOf(sellable)} has no price for ${quantity} under contract ${contract.number}: it is in ${currency}, and ${rate}`,
  }
}

function unitsOf({ units }: Sellable): Sellable["units"] {
  return units.length ? units : [PIECE]
}

/** The base unit comes first. */
const baseOf = (sellable: Sellable): Sellable["units"][number] => unitsOf(sellable)[0] ?? PIECE

function findUnit(sellable: Sellable, unit: string | null): Sellable["units"][number] | undefined {
  const units = unitsOf(sellable)
  if (unit === null) {
    return { ...baseOf(sellable), coefficient: "1" }
  }
  const wanted = foldUnit(unit)
  return units.find(({ code, name }) => foldUnit(code) === wanted || foldUnit(name) === wanted)
}

/** "Шт." and "шт" are one unit to the person who types them. */
function foldUnit(text: string): string {
  return text.trim().replace(/\.$/, "").toLowerCase()
}

/** Decides the rows of one entry together and puts down their results. */
function decideGroup(
  group: CountedLine[],
  { mode, contract, mayBypass }: { mode: LinesMode; contract: Pick<NamedContract, "number">; mayBypass: boolean },
  results: Map<RequestedLine, LineResult>
): LineWrite | null {
  const [first] = group
  if (!first) {
    return null
  }
  const { sellable } = first
  const held = mode === "add" ? (sellable.in_cart?.quantity ?? "0") : "0"
  const quantity = group.reduce((sum, line) => MathBN.add(sum, line.quantity), MathBN.convert(held)).toFixed()
  const ruled = decideGroupQuantity(group, quantity, { sellable, contract })
  const decision =
    ruled.ok || !mayBypass ? ruled : decideGroupQuantity(group, quantity, { sellable: { ...sellable, ...NO_RULES }, contract })
  const bypassed = ruled.ok || !decision.ok ? null : ruled.code
  const kept = mode === "add" && sellable.in_cart ? [sellable.in_cart.asked ?? null] : []
  const asked = askedTogether([...kept, ...group.map((line) => line.asked)])
  for (const { request } of group) {
    const merged_rows = group.filter((other) => other.request !== request).map((other) => other.request.row)
    const result: LineResult = decision.ok
      ? { ...acceptLine(request, sellable, quantity), asked, bypassed }
      : refuseLine(request, { ...decision, subject: request.article ?? request.variant_id }, decision)
    results.set(request, { ...result, variant_id: sellable.variant_id, merged_rows })
  }
  const write = { line_id: sellable.in_cart?.line_id ?? null, sellable, quantity, asked }
  return decision.ok ? { ...write, ...(bypassed === null ? {} : { bypassed }) } : null
}

/**
 * A negative row never counts against the others; half a pack is no quantity, whatever the others add to it, and is told by itself; and a price
 * may begin at a quantity that is not reached.
 */
function decideGroupQuantity(
  group: CountedLine[],
  quantity: string,
  { sellable, contract }: { sellable: Sellable; contract: Pick<NamedContract, "number"> }
): ReturnType<typeof decideLineQuantity> {
  const counted = group.every((line) => MathBN.gt(line.quantity, 0)) ? quantity : "0"
  const broken = group.find((line) => !MathBN.convert(line.quantity).mod(line.grain).isZero())
  const decision =
    broken && MathBN.gt(counted, 0) ? decideLineQuantity(broken.quantity, sellable, broken.grain) : decideLineQuantity(counted, sellable)
  if (!decision.ok) {
    return { ...decision, message: nameReason(sellable, contract, decision.message) }
  }
  if (priceAt(sellable.prices, quantity) !== null) {
    return decision
  }
  const upper = sellable.prices.find(({ price }) => price !== null)?.from_quantity ?? null
  return {
    ok: false,
    code: "no_price",
    message: `${nameOf(sellable)} has no price for ${quantity} under contract ${contract.number}, only from ${upper}`,
    nearest: { lower: null, upper },
    available: null,
  }
}

function acceptLine(request: RequestedLine, sellable: Sellable, quantity: string): LineResult {
  return {
    row: request.row,
    article: request.article ?? sellable.article,
    variant_id: sellable.variant_id,
    status: sellable.in_cart ? "updated" : "added",
    code: null,
    message: null,
    nearest: null,
    available: null,
    quantity,
    unit_price: priceAt(sellable.prices, quantity),
    money: null,
    availability: null,
    merged_rows: [],
    asked: null,
    bypassed: null,
  }
}

/** The result of a line that is not taken. */
export function refuseLine(
  request: Pick<RequestedLine, "row" | "article" | "variant_id">,
  { code, message }: Refusal,
  facts: { nearest: Nearest | null; available: string | null } = { nearest: null, available: null }
): LineResult {
  return {
    row: request.row,
    article: request.article,
    variant_id: request.variant_id,
    status: "refused",
    code,
    message,
    nearest: facts.nearest,
    available: facts.available,
    quantity: null,
    unit_price: null,
    money: null,
    availability: null,
    merged_rows: [],
    asked: null,
    bypassed: null,
  }
}
