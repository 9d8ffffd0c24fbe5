import type { ErpPriceType } from "@kontor/framework"
import type { RecordSink } from "../record-sink"

/** What the items of one package share while it is read. */
export interface PackageContext {
  readonly sink: RecordSink
  /** The file declares properties of offers, as 3.1 does in a file of its own ("propertiesOffers"). */
  readonly isForOffers: boolean
  /** Day on which the package was formed, YYYY-MM-DD; null when unknown. */
  formedOn: string | null
  /** Short names of units that the package has declared, by code. */
  readonly unitNames: Map<string, string>
  /** Products already told of by rows of their characteristics (schemas up to 2.04 repeat the product for each). */
  readonly splitProducts: Set<string>
  /** Price types that do not name their currency, by id, with that of the first of their prices that names one; null until it comes. */
  readonly typesWithoutCurrency: Map<
    string,
    { type: Omit<ErpPriceType, "currency_code" | "is_currency_of_prices">; currency_code: string | null }
  >
  /** Next place among the groups of the first level. */
  nextGroupPosition: number
}
