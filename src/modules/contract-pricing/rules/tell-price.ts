import type { ExplainedStep, ThresholdOrigin } from "./explain-price"
import type { MissingRate } from "./price-points"
import type { PriceOutcome } from "./judge-considered"
import { EN } from "./price-texts/en"
import { formatsOf, type PriceFormats, type PriceLocale, type Telling } from "./price-texts/formats"
import { RU } from "./price-texts/ru"
import type { Bounds, Change, Days, Origin, PriceTexts, StepCode, StepsByCode, Withholding } from "./price-texts/texts"

export { PRICE_LOCALES, type PriceLocale, type Telling } from "./price-texts/formats"

/** By language. */
export const PRICE_TEXTS: Record<PriceLocale, PriceTexts> = { ru: RU, en: EN }

/** A price as it is told; without one it may be for want of a rate. */
interface ToldPrice {
  price: string | null
  missing_rate?: MissingRate | null
  quantity: string
  day: string
}

type Judged<Row> = Row & { outcome: PriceOutcome }

/** Says what is known of a price as sentences: the one place that turns the codes of an explanation into words. */
export function teller(telling: Telling) {
  const texts = PRICE_TEXTS[telling.locale]
  const formats = formatsOf(telling)
  return {
    step: (step: ExplainedStep): string => sayStep(texts, step.code, step, formats),
    keptStep: (code: string, amount: string | null): string =>
      texts.kept_step(isStepCode(texts, code) ? texts.step_names[code] : code, amount, formats),
    contractPrice: (row: Judged<Bounds & Origin & { amount: string }>): string =>
      texts.contract_price(row, texts.outcomes[row.outcome], formats),
    priceType: (row: Judged<Origin & { name: string; amount: string | null; currency_code: string }>): string =>
      texts.price_type(row, texts.outcomes[row.outcome], formats),
    threshold: (row: Judged<ThresholdOrigin & { price_type_name: string; amount: string | null }>): string =>
      texts.threshold(row, texts.outcomes[row.outcome], formats),
    adjustment: (row: Judged<Change & Bounds>): string => texts.adjustment(row, texts.outcomes[row.outcome], formats),
    withholding: (row: Judged<Withholding & Days>): string => texts.withholding(row, texts.outcomes[row.outcome], formats),
    /** That the product is not sold, whatever it costs. */
    withheld: (name: string): string => texts.withheld(name),
    /** The price itself, or that there is none. */
    price: ({ price, missing_rate = null, ...asked }: ToldPrice): string => {
      if (price !== null) {
        return texts.price({ ...asked, price }, formats)
      }
      return missing_rate ? texts.rate_missing({ ...missing_rate, day: asked.day }, formats) : texts.no_price(asked, formats)
    },
    nextPrice: (next: { from_quantity: string; price: string }): string => texts.next_price(next, formats),
  }
}

export type PriceTeller = ReturnType<typeof teller>

function sayStep<Code extends StepCode>(texts: PriceTexts, code: Code, step: StepsByCode[Code], formats: PriceFormats): string {
  return texts.steps[code](step, formats)
}

function isStepCode(texts: PriceTexts, code: string): code is StepCode {
  return Object.hasOwn(texts.step_names, code)
}
