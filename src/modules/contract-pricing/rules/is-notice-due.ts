import { compareDecimals, parseDecimal } from "./decimal"

/** Of what somebody wants to be told. */
export const NOTICE_KINDS = ["back_in_stock", "price_drop"] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export interface WaitingNotice {
  kind: NoticeKind
  /** Own price of one base unit when the notice was asked for, exact decimal. */
  price_at: string
  /** Whether something of it is free in a warehouse of the contract. */
  is_in_stock: boolean
}

/** What it costs now under the contract. */
export interface NoticePrice {
  /** Null = it has none. */
  price: string | null
  /** Null = nothing withholds it from sale. */
  withheld: string | null
}

/** Whether a notice is to be told now. What has no price, or is withheld from sale, is told of to nobody. */
export function isNoticeDue({ kind, price_at, is_in_stock }: WaitingNotice, { price, withheld }: NoticePrice): boolean {
  if (price === null || withheld !== null) {
    return false
  }
  return kind === "back_in_stock" ? is_in_stock : compareDecimals(parseDecimal(price), parseDecimal(price_at)) < 0
}
