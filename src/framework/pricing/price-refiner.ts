/** A cart as it is formed now, to be priced by the ERP as its own document would be. Money in the cart's currency, of one base unit. */
export interface FormedCart {
  cart_id: string
  /** YYYY-MM-DD, day of the supplier. */
  day: string
  /** ISO 4217, lower case. */
  currency_code: string
  /** Whether our amounts include VAT; the answer's do likewise. */
  includes_vat: boolean
  /** External ids are those of the base that the refiner names as its `source`. */
  legal_entity: { id: string; external_id: string | null; inn: string | null }
  contract: { id: string; external_id: string; number: string }
  /** Those that the base knows and that have a price here. */
  lines: FormedCartLine[]
}

export interface FormedCartLine {
  /** Names the line in the answer. */
  line_id: string
  offer_external_id: string
  article: string | null
  /** Base units, exact decimal. */
  quantity: string
  unit_code: string
  /** What the price engine says of it. */
  amount: string
}

/** What the ERP says of a cart. A line that is not named keeps our price. */
export interface RefinedCart {
  currency_code: string
  /** The document or calculation in the ERP, shown where a price is explained. */
  document: string | null
  /** Moment of the ERP's word, ISO 8601, without a zone that of the supplier; null = when it answered. */
  as_of: string | null
  lines: { line_id: string; amount: string }[]
}

/**
 * Port "price refiner": asks the ERP what a formed cart costs, live. A plugin offers one as a provider of the module `contract-pricing`. It is
 * asked when the cart's contract is known to its `source`; of several that know it the first. Without one, or without an answer, our own
 * prices hold. Throws {@link RefinerError} when there is no answer that could be used.
 *
 * The caller limits the time, asks once more after `erp_unavailable`, pauses after failures in a row and holds the answer against the question.
 */
export interface PriceRefiner {
  /** The ERP base by whose ids it asks, as exchange accounts name it. */
  readonly source: string
  /** `signal` is aborted when the time is over. */
  refine(cart: FormedCart, signal: AbortSignal): Promise<RefinedCart>
}

export type RefinerErrorCode =
  /** No connection, or a fault of the server (5xx): asked once more while there is time. */
  | "erp_unavailable"
  /** No answer in time. */
  | "erp_timeout"
  /** It refuses to answer us: wrong credentials, no such service. */
  | "erp_refused"
  /** The answer is no JSON, too large, of another shape, or not about what was asked. */
  | "erp_answer_invalid"

/** The ERP could not be asked, or what it answered could not be used. The message holds no secret. */
export class RefinerError extends Error {
  constructor(
    readonly code: RefinerErrorCode,
    message: string
  ) {
    super(message)
    this.name = "RefinerError"
  }
}
