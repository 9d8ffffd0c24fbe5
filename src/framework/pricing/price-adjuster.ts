/** A price before it is rounded: of one variant, in one quantity. */
export interface AdjustableLine {
  variant_id: string
  /** Base units, exact decimal, from which the amount holds. */
  quantity: string
  /** Of one base unit, exact decimal: what the price tables, and adjusters before this one, come to. */
  amount: string
  /** A price of the contract itself is final for discounts and markups; whether it is for an adjuster, the adjuster decides. */
  origin: "contract_price" | "price_type"
}

/** What all lines of one call have in common. */
export interface AdjusterContext {
  /** YYYY-MM-DD, day of the supplier. */
  day: string
  /** ISO 4217, lower case. */
  currency_code: string
  contract: { id: string; number: string; payment_terms: string | null; region: string | null; supplier_entity_id: string }
  legal_entity: { id: string; inn: string | null; holding_id: string | null }
}

/** What an adjuster makes of one line. */
export interface LineAdjustment {
  /** The new amount of one base unit, exact decimal with at most six digits after the point, not negative. */
  amount: string
  /** Why, as one sentence that is shown where the price is explained. */
  reason: { en: string; ru: string }
}

/**
 * Port "price adjuster": changes prices by a rule that the price tables cannot express. A plugin offers one as a provider of the module
 * `contract-pricing`, with a `static identifier`. It runs behind every way to a price, after discounts and markups and before the one rounding; adjusters
 * run by `order`, then as their plugins are listed, each upon the result so far. Without one nothing runs and nothing is read.
 *
 * Lines come as a set, so that what has to be looked up is looked up once. Which of them come together depends on who asks (a page, a cart, one product), so
 * the result for a line may follow from the line and the context alone, and from nothing that two servers or two moments of one day see differently.
 *
 * An adjuster that throws, takes longer than the limit or answers what is no price stops the request with `price_adjuster_failed`: no price rather than
 * a wrong one.
 */
export interface PriceAdjuster {
  /** 100 unless told. */
  readonly order?: number
  /** The changed lines by their place in `lines`; those left out stay as they are. */
  adjust(lines: readonly AdjustableLine[], context: AdjusterContext): Promise<ReadonlyMap<number, LineAdjustment>>
}

/** An adjuster as it is run. */
export interface InstalledAdjuster {
  /** Its `static identifier`. */
  name: string
  adjuster: PriceAdjuster
  timeout_ms: number
}

let installed: readonly InstalledAdjuster[] = []

/** Takes over what plugins bring, in place of what was there before. Called once at the start, by the module that prices contracts. */
export function installPriceAdjusters(adjusters: readonly InstalledAdjuster[]): void {
  installed = [...adjusters].sort((a, b) => (a.adjuster.order ?? DEFAULT_ORDER) - (b.adjuster.order ?? DEFAULT_ORDER))
}

/** By order. */
export function installedPriceAdjusters(): readonly InstalledAdjuster[] {
  return installed
}

const DEFAULT_ORDER = 100
