import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { BigNumberInput, Context, InternalModuleDeclaration, PromotionTypes } from "@medusajs/framework/types"
import { BigNumber, MathBN } from "@medusajs/framework/utils"
import { PromotionModuleService } from "@medusajs/promotion/dist/services"
import { automaticPromotions } from "../../database/promotions/automatic-promotions"
import { linesApart } from "../../database/promotions/lines-apart"
import { promotionTerms } from "../../database/promotions/promotion-terms"
import { promotionMoney } from "../contract-pricing/rules/promotion-money"

type Dependencies = ConstructorParameters<typeof PromotionModuleService>[0] & { __pg_connection__: Knex }
type Action = PromotionTypes.ComputeActions
type LineDiscountAction = PromotionTypes.AddItemAdjustmentAction
type Line = PromotionTypes.ComputeActionItemLine

/** What Medusa's data layer hands its services for a transaction, as far as it is used here. */
interface BoundManager {
  getTransactionContext(): Knex | undefined
  setTransactionContext(trx: Knex): void
  flush(): Promise<void>
}

/** What Medusa's service is asked with. */
interface Asked {
  codes: string[]
  context: PromotionTypes.ComputeActionContext
  options: PromotionTypes.ComputeActionOptions
  sharedContext: Context
}

const isLineDiscount = (action: Action): action is LineDiscountAction => action.action === "addItemAdjustment"

/**
 * Medusa's promotions, of which two things are decided here for every flow there is, Medusa's own as well as ours: which lines they leave alone, and what they come to in
 * money of the currency. Where no promotion takes anything off a line, no more is asked than which are automatic.
 */
export class KontorPromotionModuleService extends PromotionModuleService {
  private readonly knex: Knex

  constructor(dependencies: Dependencies, declaration: InternalModuleDeclaration) {
    super(dependencies, declaration)
    this.knex = dependencies.__pg_connection__
  }

  /** A shared context by which methods of this service work in a transaction of the caller's, on its connection and under its locks. */
  sharedWith(trx: Knex): Context<BoundManager> {
    const transactionManager = this.baseRepository_.getFreshManager<BoundManager>()
    transactionManager.setTransactionContext(trx)
    return { transactionManager }
  }

  /** Registers usage in a transaction of the caller's: there is none without the order, and no order without it. */
  async registerUsageWith(
    trx: Knex,
    used: PromotionTypes.UsageComputedActions[],
    by: PromotionTypes.CampaignBudgetUsageContext
  ): Promise<void> {
    const shared = this.sharedWith(trx)
    await this.registerUsage(sumByCode(used), by, shared)
    // Whoever opens a transaction writes what is pending at its end; this one is not the service's own.
    await shared.transactionManager?.flush()
  }

  /**
   * Automatic promotions are found by their codes and judged by their rules like any other. Medusa narrows them down beforehand by a statement that leaves out those whose rule
   * asks for what a cart has none of, even where the rule is that it has none; and that statement does not run in the caller's transaction.
   */
  override async computeActions(
    codes: string[],
    context: PromotionTypes.ComputeActionContext,
    options: PromotionTypes.ComputeActionOptions = {},
    sharedContext: Context = {}
  ): Promise<Action[]> {
    const db = connectionOf(sharedContext) ?? this.knex
    const automatic = options.prevent_auto_promotions ? [] : await automaticPromotions(db)
    // In one order, whoever asks: of goods at the same price, and of coins that cannot be shared, it decides who has them.
    const items = [...(context.items ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
    const asked: Asked = {
      codes: [...new Set([...codes, ...automatic])],
      context: { ...context, items },
      options: { ...options, prevent_auto_promotions: true },
      sharedContext,
    }
    const found = await this.reckon(asked)
    if (!found.some(isLineDiscount)) {
      return found
    }
    const apart = await linesApart(db, { cart_id: textOf(context.id), lines: items.map(goodsOf) })
    if (apart.size === 0) {
      return this.settle(db, asked, found)
    }
    const taking = { ...asked, context: { ...context, items: items.filter(({ id }) => !apart.has(id)) } }
    const removed = items.filter(({ id }) => apart.has(id)).flatMap((item) => removalsOf(item))
    return [...removed, ...(await this.settle(db, taking, await this.reckon(taking)))]
  }

  /** As Medusa reckons: exact, and for whatever line it is given. */
  private reckon({ codes, context, options, sharedContext }: Asked): Promise<Action[]> {
    return super.computeActions(codes, context, options, sharedContext)
  }

  /** What promotions take off as money. One that is beyond its budget gives nothing, and the rest is reckoned as if it were not there. */
  private async settle(db: Knex, asked: Asked, found: Action[]): Promise<Action[]> {
    const { context, options } = asked
    const items = context.items ?? []
    const discounts = found.filter(isLineDiscount)
    const ofCode = new Set(discounts.map(({ code }) => code))
    const { parts, exceeded } = promotionMoney(discounts.map(partOf), {
      promotions: await promotionTerms(db, [...ofCode]),
      lines: new Map(items.map((item) => [item.id, baseOf(item)])),
      currencyCode: context.currency_code,
    })
    // Medusa drops single lines that alone are beyond a budget, and would leave the rest of the promotion.
    const partly = found.flatMap(({ action, code }) => (action === "campaignBudgetExceeded" && ofCode.has(code) ? [code] : []))
    const beyond = new Set(options.skip_usage_limit_checks ? [] : [...exceeded, ...partly])
    if (beyond.size === 0) {
      return [...found.filter((action) => !isLineDiscount(action)), ...asMoney(discounts, parts)]
    }
    // Medusa reckons an automatic promotion again as long as a line has something of it, whoever asks: nothing of it may be left.
    const removed = items.flatMap((item) => removalsOf(item, beyond))
    const rest = {
      ...asked,
      codes: asked.codes.filter((code) => !beyond.has(code)),
      context: { ...context, items: items.map((item) => without(item, beyond)) },
    }
    const told = [...beyond].map((code): Action => ({ action: "campaignBudgetExceeded", code }))
    return [...told, ...removed, ...(await this.settle(db, rest, await this.reckon(rest)))]
  }
}

/** The connection of the transaction that the caller works in; null outside of one. */
function connectionOf(sharedContext: Context): Knex | null {
  const manager = sharedContext.transactionManager
  return isBound(manager) ? (manager.getTransactionContext() ?? null) : null
}

function isBound(manager: unknown): manager is BoundManager {
  return typeof manager === "object" && manager !== null && "getTransactionContext" in manager
}

/** One for each promotion, as its use is one: Medusa asks for the promotions of all that it is given by their codes, twice. */
function sumByCode(used: PromotionTypes.UsageComputedActions[]): PromotionTypes.UsageComputedActions[] {
  const sums = new Map<string, BigNumberInput>()
  for (const { code, amount } of used) {
    sums.set(code, MathBN.add(sums.get(code) ?? 0, amount))
  }
  return [...sums].map(([code, amount]) => ({ code, amount }))
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)
const goodsOf = (item: Line) => ({ id: item.id, variant_id: textOf(item.variant_id) })
const exact = (amount: BigNumberInput): string => MathBN.convert(amount).toFixed()
const partOf = ({ code, item_id, amount }: LineDiscountAction) => ({ code, item_id, amount: exact(amount) })

/** With its tax where that is told: a promotion may be reckoned of either. */
const baseOf = ({ subtotal, original_total }: Line): string => exact(MathBN.max(subtotal, original_total ?? subtotal))

/** @param codes of the promotions that are taken off the line; left out = all */
function removalsOf({ id: item_id, adjustments = [] }: Line, codes?: ReadonlySet<string>): Action[] {
  return adjustments.flatMap(({ id: adjustment_id, code }) =>
    typeof code === "string" && (codes?.has(code) ?? true)
      ? [{ action: "removeItemAdjustment" as const, adjustment_id, code, item_id }]
      : []
  )
}

const without = (item: Line, codes: ReadonlySet<string>): Line =>
  item.adjustments?.length ? { ...item, adjustments: item.adjustments.filter(({ code }) => !codes.has(code)) } : item

function asMoney(discounts: LineDiscountAction[], parts: { code: string; item_id: string; amount: string }[]): LineDiscountAction[] {
  const amountOf = new Map(parts.map(({ code, item_id, amount }) => [`${item_id} ${code}`, amount]))
  return discounts.flatMap((discount) => {
    const amount = amountOf.get(`${discount.item_id} ${discount.code}`)
    return amount === undefined ? [] : [{ ...discount, amount: new BigNumber(amount) }]
  })
}
