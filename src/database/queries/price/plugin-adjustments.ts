import {
  type AdjustableLine,
  type AdjusterContext,
  type InstalledAdjuster,
  installedPriceAdjusters,
  type LineAdjustment,
} from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { writeDecimal } from "../../../modules/contract-pricing/rules/decimal"
import { amountAt } from "../../../modules/contract-pricing/rules/price-ladder"
import type { PluginChange, PricePoint } from "../../../modules/contract-pricing/rules/price-points"

/** Under which terms prices are asked for. */
export interface AdjustedTerms {
  contract_id: string
  day: string
  currency_code: string
}

const CONTEXT = `
  select jsonb_build_object('id', c.id, 'number', c.number, 'payment_terms', c.payment_terms, 'region', c.region,
      'supplier_entity_id', c.supplier_entity_id) as contract,
    jsonb_build_object('id', e.id, 'inn', e.inn, 'holding_id', e.holding_id) as legal_entity
  from contract c join legal_entity e on e.id = c.legal_entity_id
  where c.id = :contract_id`

const VARIANTS = `select key, variant_id from catalog_entry where key = any(cast(:keys as int[]))`

/**
 * Prices by quantity as the adjusters of plugins leave them: the one place where they run, behind every way to a price. Without an adjuster
 * nothing is read, and nothing is computed before it is asked for.
 *
 * @param variantIds of what is priced
 * @param pointsAt what the price tables say of the n-th of them
 * @returns the same, with what adjusters made of it
 * @throws MedusaError UNEXPECTED_STATE, code `price_adjuster_failed`
 */
export async function adjustedPoints<Point extends PricePoint>(
  db: Knex,
  terms: AdjustedTerms,
  variantIds: () => Promise<readonly string[]>,
  pointsAt: (index: number) => Point[]
): Promise<(index: number) => Point[]> {
  const adjusters = installedPriceAdjusters()
  if (adjusters.length === 0) {
    return pointsAt
  }
  const priced = (await variantIds()).map((variant_id, index) =>
    pointsAt(index).map((point) => ({ variant_id, point, amount: amountAt(point) }))
  )
  const lines = priced.flat().flatMap(({ variant_id, point, amount }): AdjustableLine[] => {
    const origin = point.contract_price === null ? "price_type" : "contract_price"
    return amount === null ? [] : [{ variant_id, quantity: point.from_quantity, amount: writeDecimal(amount), origin }]
  })
  const changes = (await runAdjusters(db, terms, adjusters, lines))[Symbol.iterator]()
  const adjusted = priced.map((points) =>
    points.map(({ point, amount }): Point => (amount === null ? point : { ...point, plugin_changes: changes.next().value ?? [] }))
  )
  return (index) => adjusted[index] ?? []
}

/** Whether prices by quantity change nowhere but where the price tables say: an adjuster may see more in the quantity of a line than they do. */
export const laddersTellAll = (): boolean => installedPriceAdjusters().length === 0

/** Reads the variants of lines, in their order, once that is asked for; empty text for an unknown entry. */
export function variantsOfLines(db: Knex, lines: readonly { entry_key: number }[]): () => Promise<string[]> {
  return async () => {
    const keys = [...new Set(lines.map(({ entry_key }) => entry_key))]
    const { rows } = await db.raw<{ rows: { key: number; variant_id: string }[] }>(VARIANTS, { keys })
    const variants = new Map(rows.map(({ key, variant_id }) => [key, variant_id]))
    return lines.map(({ entry_key }) => variants.get(entry_key) ?? "")
  }
}

/** For each line, in their order, what each adjuster that changed it made of it. */
async function runAdjusters(
  db: Knex,
  terms: AdjustedTerms,
  adjusters: readonly InstalledAdjuster[],
  lines: readonly AdjustableLine[]
): Promise<PluginChange[][]> {
  const changes: PluginChange[][] = lines.map(() => [])
  if (lines.length === 0) {
    return changes
  }
  const context = await contextOf(db, terms)
  for (const installed of adjusters) {
    const standing = lines.map((line, place) => ({ ...line, amount: changes[place]?.at(-1)?.amount ?? line.amount }))
    for (const [place, { amount, reason }] of await runAdjuster(installed, standing, context)) {
      changes[place]?.push({ plugin: installed.name, amount, reason })
    }
  }
  return changes
}

async function contextOf(db: Knex, { contract_id, day, currency_code }: AdjustedTerms): Promise<AdjusterContext> {
  const { rows } = await db.raw<{ rows: Pick<AdjusterContext, "contract" | "legal_entity">[] }>(CONTEXT, { contract_id })
  const [row] = rows
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${contract_id} was not found`)
  }
  return { day, currency_code, ...row }
}

async function runAdjuster(
  installed: InstalledAdjuster,
  lines: AdjustableLine[],
  context: AdjusterContext
): Promise<ReadonlyMap<number, LineAdjustment>> {
  const answer = await answerInTime(installed, lines, context)
  const fault = typeof answer === "string" ? answer : faultIn(answer, lines)
  if (typeof answer === "string" || fault !== null) {
    const what = `${lines.length} price(s) of contract ${context.contract.number}`
    const message = `Adjuster "${installed.name}" gave no prices for ${what}: ${fault}`
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message, "price_adjuster_failed")
  }
  return answer
}

/** What an adjuster answers, or why there is no answer. */
async function answerInTime(
  { adjuster, timeout_ms }: InstalledAdjuster,
  lines: AdjustableLine[],
  context: AdjusterContext
): Promise<ReadonlyMap<number, LineAdjustment> | string> {
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${timeout_ms} ms`), timeout_ms)
  })
  try {
    return await Promise.race([adjuster.adjust(lines, context), isLate])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}

const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/
const REASON_MAX = 300

/** What makes an answer unfit to be a price; null when nothing does. */
function faultIn(answer: ReadonlyMap<number, LineAdjustment>, lines: readonly AdjustableLine[]): string | null {
  for (const [place, { amount, reason }] of answer) {
    const line = lines[place]
    if (!line) {
      return `it answers for place ${place} of ${lines.length}`
    }
    if (!AMOUNT.test(amount)) {
      return `"${amount}" is no price of variant ${line.variant_id}`
    }
    if ([reason.en, reason.ru].some((sentence) => sentence.trim() === "" || sentence.length > REASON_MAX)) {
      return `the price of variant ${line.variant_id} comes without a reason of 1 to ${REASON_MAX} characters in both languages`
    }
  }
  return null
}
