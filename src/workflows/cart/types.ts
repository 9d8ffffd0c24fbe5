import type { Refusal } from "@kontor/framework"
import type { ContractWarehouse } from "../../database/queries/contract-warehouses"
import type { LineAvailability } from "./line-availability"
import type { RefinementState } from "../../database/ordering/refinement-of-cart"
import type { PriceStep } from "../../modules/contract-pricing/rules/price-ladder"
import type { MissingRate } from "../../modules/contract-pricing/rules/price-points"
import type { AskedUnit } from "../../modules/order-rules/rules/asked-together"
import type { ToldPromotion } from "./rules/tell-promotions"
import type { ThresholdState } from "../../modules/contract-pricing/rules/threshold"
import type { LineVat, VatTotals } from "../../modules/contract-pricing/rules/vat-of-lines"

/** One asked-for line, as the request or the order form has it. Exactly one of `article` and `variant_id` is set. */
export interface RequestedLine {
  /** Number by which the answer refers to it: position in the request from 1, or the row of the file. */
  row: number
  article: string | null
  variant_id: string | null
  /** Canonical decimal, in `unit`. */
  quantity: string
  /** Code or short name of a unit; null = base unit. */
  unit: string | null
}

/** "add" puts the quantity on top of what the cart has of the same entry; "set" replaces it. */
export type LinesMode = "add" | "set"

export interface Nearest {
  lower: string | null
  upper: string | null
}

/** What became of one asked-for line. */
export interface LineResult {
  row: number
  article: string | null
  variant_id: string | null
  status: "added" | "updated" | "refused"
  /** Machine code of the refusal; null when accepted. */
  code: string | null
  message: string | null
  /** Nearest quantities that would be accepted, in base units. */
  nearest: Nearest | null
  /** What is free, in base units; told with `insufficient_stock` only. */
  available: string | null
  /** What the cart holds of the entry now, in base units; null when refused. */
  quantity: string | null
  /** The same in the unit that all of it was asked in; null = base units. */
  asked: AskedUnit | null
  /** Price of one base unit in the cart's currency; null when refused. */
  unit_price: string | null
  /** Price times what the cart holds, and its VAT; null when refused. */
  money: ToldLineMoney | null
  /** When it could be had if it were ordered now; null = it is all in stock, or is refused. */
  availability: LineAvailability | null
  /** Other rows of the request for the same entry: their quantities were summed. */
  merged_rows: number[]
  /** What it would have been refused as, had a manager not let it past the order rules. */
  bypassed: string | null
}

/** What a line comes to, with the promotions that take something off it; left out where none does. */
export interface ToldLineMoney extends LineVat {
  promotions?: ToldPromotion[]
}

export interface LinesResult {
  cart_id: string
  accepted: number
  refused: number
  lines: LineResult[]
  pricing: CartPricing
}

/** What is told of the prices of a cart beside its lines. */
export interface CartPricing {
  /** Lines that cost another amount than they were put in at (`price_changed`), or nothing any more (`no_price`), or cannot be ordered (`withheld`, `not_listed`). */
  changes: Refusal[]
  /** Where its sum stands among the thresholds from which other prices hold; null = there are none. */
  threshold: ThresholdState | null
  /** Whether the ERP's own word on the cart holds; null = it was never asked. */
  refinement: Pick<RefinementState, "refined" | "not_refined"> | null
  /** Its money and the VAT in it or on top of it. */
  totals: VatTotals
  /** The promotions that hold, with what each takes off the totals; left out where none does. */
  promotions?: ToldPromotion[]
  /** Moment at which the ERP's prices of the contract's own type were true, ISO 8601. */
  as_of: string | null
  /** The same of the retail type. */
  retail_as_of: string | null
  /** Where the contract draws from, with the moment at which the ERP's stock there was true. */
  warehouses: ContractWarehouse[]
}

/** The same with the money of each line. */
export interface CartLinesPricing extends CartPricing {
  lines: ({ line_id: string } & ToldLineMoney)[]
}

/** A catalogue entry as the decision needs it: prices are rounded, quantities are base units. */
export interface Sellable {
  entry_key: number
  variant_id: string
  article: string | null
  title: string
  is_listed: boolean
  /** By quantity, the smallest first; empty = no price at all. */
  prices: PriceStep[]
  /** The rate without which there is no price, and the day it is missing on. */
  missing_rate?: (MissingRate & { day: string }) | null
  /** The name of the rule that withholds it from sale. */
  withheld?: string | null
  retail_price: string | null
  /** What holds under the contract. */
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
  units: { code: string; name: string; coefficient: string }[]
  /** Null = not limited. */
  available: string | null
  /** Whether what is not in stock may wait for a supply. */
  may_wait?: boolean
  /** What the cart already has of it. */
  in_cart: { line_id: string; quantity: string; asked?: AskedUnit | null } | null
}

/** An asked-for line that has found its entry, or the reason why it has not. */
export type ResolvedLine = { request: RequestedLine; sellable: Sellable } | { request: RequestedLine; refusal: Refusal }

/** A line of the cart as it shall be. */
export interface LineWrite {
  /** Null = a new line. */
  line_id: string | null
  sellable: Sellable
  quantity: string
  /** The unit that all of it was asked in; null = base units. Left out where it stays what it is. */
  asked?: AskedUnit | null
  /** What it is let past; left out where the rules allow it. */
  bypassed?: string
}
