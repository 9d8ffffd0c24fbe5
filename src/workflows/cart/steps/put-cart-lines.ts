import { type Actor, batchIds, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { askedUnits, keepAskedUnits } from "../../../database/ordering/asked-units"
import { linkCartContract } from "../../../database/ordering/link-cart-contract"
import { lockCart } from "../../../database/ordering/lock-cart"
import { lockCartLines } from "../../../database/ordering/open-cart-lines"
import { type OrderTerms, termsOfContract } from "../../../database/ordering/terms-of-contract"
import { type CartLineWrite, writeCartLines } from "../../../database/ordering/write-cart-lines"
import { entriesByPartNumbers } from "../../../database/part-numbers/entries-by-part-numbers"
import { entriesByArticles, entriesByVariants } from "../../../database/queries/entries-by-articles"
import type { Sight } from "../../../database/queries/visible-entries"
import type { ArticleCandidate, ArticleResolution } from "../../../modules/catalog/rules/resolve-article"
import { withOwnNumber } from "../../../modules/catalog/rules/with-own-number"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"
import { throwRefusals } from "../../order/throw-refusals"
import { allowedBypass, letPast } from "../bypass-rules"
import { type LineAvailability, lineAvailability } from "../line-availability"
import { loadSellables } from "../load-sellables"
import { decideCartLines, refuseLine } from "../rules/decide-cart-lines"
import { decideCartUse } from "../rules/decide-cart-use"
import { refuseUnresolved } from "../rules/refuse-unresolved"
import { type Promotions, promotionsOf } from "../promotions"
import { settleLines } from "../settle-prices"
import { toCartLine } from "../to-cart-line"
import type { LineResult, LinesMode, LinesResult, LineWrite, RequestedLine, ResolvedLine, Sellable } from "../types"

/** Lines that a cart may hold and a request may ask for. */
export const MAX_CART_LINES = 10_000

export interface PutCartLinesInput {
  cart_id: string
  mode: LinesMode
  lines: RequestedLine[]
  /** Rows that were refused while they were read, told back beside the others. */
  unread?: { row: number; article: string | null; code: string; message: string }[]
  /** The contract to tie the cart to when it has none yet. */
  contract_id: string | null
  /** Legal entities in whose name he may do this. */
  entity_ids: string[]
  /** Given where a manager who acts for the client lets the lines past the order rules. */
  bypass?: { reason: string; actor: Actor } | null
}

/**
 * Resolves, prices, checks and writes any number of lines in one transaction under the row lock of the cart. Needs no compensation:
 * either all accepted lines are in the cart or none is.
 */
export const putCartLinesStep = createStep("put-cart-lines", async (input: PutCartLinesInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  return new StepResponse(await db.transaction((trx) => putCartLines(trx, input, { audit, promotions: promotionsOf(container) })))
})

async function putCartLines(
  trx: Knex.Transaction,
  input: PutCartLinesInput,
  { audit, promotions }: { audit: AuditModuleService; promotions: Promotions }
): Promise<LinesResult> {
  const day = today()
  const bypass = input.bypass ? await allowedBypass(trx, input.bypass) : null
  const { terms, sales_channel_id } = await openCart(trx, input, day)
  const cart_lines = await lockCartLines(trx, input.cart_id)
  const entries = await resolveEntries(trx, input.lines, { legal_entity_id: terms.entity.id, sight: terms.assortment })
  const entry_keys = [...new Set([...entries.values()].flatMap((found) => (found.outcome === "found" ? [found.entry.entry_key] : [])))]
  const asked = await askedUnits(trx, input.cart_id)
  const sellables = await loadSellables(trx, { entry_keys, terms, sales_channel_id, day, cart_lines, asked })
  const { results, writes } = decideCartLines(
    input.lines.map((request) => joinSellable(request, { entries, sellables, terms })),
    input.mode,
    terms,
    { mayBypass: bypass !== null }
  )
  const added = writes.filter(({ line_id }) => line_id === null)
  if (cart_lines.length + added.length > MAX_CART_LINES) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Cart ${input.cart_id} would hold ${cart_lines.length + added.length} lines, more than ${MAX_CART_LINES}`,
      "too_many_lines"
    )
  }
  const ids = batchIds("cali", added.length)
  const lines = {
    added: added.map((write, index) => toCartLine(ids[index] ?? "", write, terms)),
    updated: writes.flatMap((write) => (write.line_id === null ? [] : [toCartLine(write.line_id, write, terms)])),
  }
  await writeCartLines(trx, { cart_id: input.cart_id, is_tax_inclusive: terms.includes_vat, ...lines })
  const line_ids = lineIdsOf(lines)
  await keepAskedUnits(
    trx,
    writes.map((write) => ({ line_id: line_ids.get(write.sellable.variant_id) ?? "", asked: write.asked ?? null }))
  )
  if (bypass) {
    await letPast(trx, { cart_id: input.cart_id, terms, bypass, writes, ids: line_ids }, audit)
  }
  const put = new Map(
    [...lines.added, ...lines.updated].map((line) => [line.id, { price: line.unit_price, retail_price: line.compare_at_unit_price }])
  )
  const { pricing, prices, money } = await settleLines(trx, { cart_id: input.cart_id, terms, promotions, put })
  const costOf = new Map(
    [...lines.added, ...lines.updated].map(({ id, variant_id }): [string, LineCost] => {
      return [variant_id, { unit_price: prices.get(id)?.price ?? null, money: money.get(id) ?? null }]
    })
  )
  const waiting = await availabilityOf(trx, { terms, day, writes })
  return { ...summarise(input, results.map(pricedBy(costOf)).map(withAvailability(waiting)), terms), pricing }
}

/** By variant: a request has one line of each. */
function availabilityOf(
  trx: Knex.Transaction,
  { terms, day, writes }: { terms: OrderTerms; day: string; writes: LineWrite[] }
): Promise<Map<string, LineAvailability>> {
  const lines = writes.map(({ sellable, quantity }) => ({ line_id: sellable.variant_id, quantity, sellable }))
  return lineAvailability(trx, { terms, day, lines })
}

const withAvailability =
  (waiting: ReadonlyMap<string, LineAvailability>) =>
  (result: LineResult): LineResult => {
    const availability = result.status === "refused" ? undefined : waiting.get(result.variant_id ?? "")
    return availability ? { ...result, availability } : result
  }

const lineIdsOf = ({ added, updated }: { added: CartLineWrite[]; updated: CartLineWrite[] }): Map<string, string> =>
  new Map([...added, ...updated].map(({ id, variant_id }) => [variant_id, id]))

/** Locks the cart, ties it to a contract if it has none, and refuses the request as a whole when nothing could be put into it. */
async function openCart(
  trx: Knex.Transaction,
  input: PutCartLinesInput,
  day: string
): Promise<{ terms: OrderTerms; sales_channel_id: string | null }> {
  const cart = await lockCart(trx, input.cart_id)
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id ${input.cart_id} was not found`)
  }
  if (cart.is_completed) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart.id} has already become an order`, "cart_completed")
  }
  const contract_id = cart.contract_id ?? input.contract_id
  const terms = contract_id === null ? null : await termsOfContract(trx, { contract_id })
  throwRefusals("lines_refused", decideCartUse(cart, terms, day, input.entity_ids))
  if (!terms) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart.id} has no contract`, "no_usable_contract")
  }
  if (cart.contract_id === null) {
    await linkCartContract(trx, { cart_id: cart.id, contract_id: terms.id })
  }
  return { terms, sales_channel_id: cart.sales_channel_id }
}

/** Which entry every asked-for article or variant means, by what was asked. */
async function resolveEntries(
  trx: Knex.Transaction,
  lines: RequestedLine[],
  dealer: { legal_entity_id: string; sight: Sight }
): Promise<Map<string, ArticleResolution>> {
  const articles = [...new Set(lines.flatMap(({ article }) => article ?? []))]
  const variantIds = [...new Set(lines.flatMap(({ variant_id }) => variant_id ?? []))]
  const byArticle = articles.length ? await entriesByArticles(trx, articles, dealer.sight) : new Map<string, ArticleResolution>()
  const own = articles.length ? await entriesByPartNumbers(trx, dealer, articles) : new Map<string, ArticleCandidate>()
  const byVariant = variantIds.length ? await entriesByVariants(trx, variantIds, dealer.sight) : []
  const meant = [...byArticle].map(([article, found]) => [article, withOwnNumber(article, found, own.get(article) ?? null)] as const)
  return new Map([...meant, ...byVariant])
}

interface Known {
  entries: Map<string, ArticleResolution>
  sellables: Map<number, Sellable>
  terms: OrderTerms
}

function joinSellable(request: RequestedLine, { entries, sellables, terms }: Known): ResolvedLine {
  const name = request.article ?? request.variant_id ?? ""
  const resolution = entries.get(name) ?? { outcome: "unknown" }
  const sellable = resolution.outcome === "found" ? sellables.get(resolution.entry.entry_key) : undefined
  return sellable ? { request, sellable } : { request, refusal: refuseUnresolved({ name, quantity: request.quantity }, resolution, terms) }
}

type LineCost = Pick<LineResult, "unit_price" | "money">

/** With the price that the line has in the whole cart, whose sum may have brought another, and what it comes to. */
function pricedBy(costOf: ReadonlyMap<string, LineCost>): (result: LineResult) => LineResult {
  return (result) => {
    const cost = result.variant_id === null || result.status === "refused" ? undefined : costOf.get(result.variant_id)
    return cost ? { ...result, money: cost.money, unit_price: cost.unit_price ?? result.unit_price } : result
  }
}

function summarise(input: PutCartLinesInput, results: LineResult[], { number }: OrderTerms): Omit<LinesResult, "pricing"> {
  const unread = (input.unread ?? []).map(({ row, article, code, message }) => {
    const told = `${article === null ? `Row ${row}` : `"${article}"`} under contract ${number}: ${message}`
    return refuseLine({ row, article, variant_id: null }, { code, message: told, subject: article })
  })
  const lines = [...results, ...unread].sort((a, b) => a.row - b.row)
  const refused = lines.filter(({ status }) => status === "refused").length
  return { cart_id: input.cart_id, accepted: lines.length - refused, refused, lines }
}
