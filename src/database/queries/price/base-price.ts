import { fallbackAmount, TERMS } from "./terms"

/**
 * CTEs that find of the entries of CTE `e` what they cost before discounts and markups: the price of the contract for one, else that of its price
 * type, else of the next type in the chain. They take `:contract_id` and `:day`; `based` has the columns of `e` and `amount`, null without a price.
 */
export const BASED = `
  asked as materialized (select cast(:contract_id as text) as contract_id, cast(:day as date) as day),
  ${TERMS},
  own as materialized (
    select distinct on (c.entry_key) c.entry_key, c.amount from contract_price c
    where c.contract_key = (select contract_key from terms) and c.starts_on <= (select day from asked) and c.ends_on >= (select day from asked)
      and c.from_quantity <= 1
    order by c.entry_key, c.from_quantity desc, c.starts_on desc
  ),
  based as materialized (
    select e.*, coalesce(own.amount, typed.amount, ${fallbackAmount("e.key")}) as amount
    from e left join own on own.entry_key = e.key
    left join type_price typed on typed.price_type_key = (select keys[1] from chain) and typed.entry_key = e.key
  )`
