/** Facts the contract-pricing module announces, after commit. */
export const PricingEvents = {
  /** `{ currency_code, in_currency, on_date }`: somebody of the staff made, corrected or removed the rate of a day. */
  CURRENCY_RATE_CHANGED: "currency_rate.changed",
  /** `{ id, changed }`: the staff set, changed or removed so many prices that contract `id` has of its own. */
  CONTRACT_PRICES_SET: "contract.prices_set",
  /** `{ id, changed }`: the same of price type `id`. */
  TYPE_PRICES_SET: "price_type.prices_set",
  /** `{ id }`: a file of prices was applied to a price type or a contract. */
  PRICE_IMPORT_APPLIED: "price_import.applied",
} as const
