import type { AdjustableLine, AdjusterContext, LineAdjustment, PriceAdjuster } from "@kontor/framework"
import type { PrepaymentBonusOptions } from "./options"
import { isPaidInAdvance } from "./rules/is-paid-in-advance"
import { takePercent } from "./rules/take-percent"

/** Takes some percent off under contracts that are paid in advance. The contract decides, so all lines of a call get the bonus or none does. */
export class PrepaymentBonus implements PriceAdjuster {
  static readonly identifier = "prepayment-bonus"

  constructor(
    _cradle: Record<string, unknown>,
    private readonly options: PrepaymentBonusOptions
  ) {}

  adjust(lines: readonly AdjustableLine[], { contract }: AdjusterContext): Promise<Map<number, LineAdjustment>> {
    const { percent, on_contract_prices } = this.options
    const reason = {
      en: `Paid in advance: ${percent}% off`,
      ru: `Предоплата: скидка ${String(percent).replace(".", ",")} %`,
    }
    const changed = isPaidInAdvance(contract, this.options)
      ? lines.flatMap(({ amount, origin }, place): [number, LineAdjustment][] =>
          origin === "price_type" || on_contract_prices ? [[place, { amount: takePercent(amount, percent), reason }]] : []
        )
      : []
    return Promise.resolve(new Map(changed))
  }
}
