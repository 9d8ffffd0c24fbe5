/**
 * The key under which the prices of a contract in its present currency stand. Each currency has its own, so that an amount never becomes money of another
 * one: prices of before stand under another key, and do not hold while the contract is in another currency.
 *
 * @param contract what has the `id` and the `currency_code` of the contract
 */
export const keyOfContract = (contract: string): string =>
  `(select key from pricing_contract where contract_id = ${contract}.id and currency_code = lower(${contract}.currency_code))`
