import { roundPrice } from "./round-price"

/** What the price tables say about one entry under one contract. Amounts are exact decimals, not yet rounded. */
export interface PriceFacts {
  /** Row of the contract's price type; null = there is none. */
  amount: string | null
  currency_code: string
  retail_amount: string | null
  retail_currency_code: string | null
}

/** Prices of one base unit, rounded to the currency. */
export interface PriceDecision {
  price: string | null
  retail_price: string | null
  /** No price of one's own means that the product cannot be ordered; zero is a price. */
  is_orderable: boolean
}

/** Own price and recommended retail price. A retail price in another currency is left out: it cannot stand beside the own one. */
export function decidePrice(facts: PriceFacts): PriceDecision {
  const isComparable = facts.retail_currency_code?.toLowerCase() === facts.currency_code.toLowerCase()
  return {
    price: facts.amount === null ? null : roundPrice(facts.amount, facts.currency_code),
    retail_price: facts.retail_amount === null || !isComparable ? null : roundPrice(facts.retail_amount, facts.currency_code),
    is_orderable: facts.amount !== null,
  }
}
