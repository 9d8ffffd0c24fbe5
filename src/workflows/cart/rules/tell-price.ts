import type { Refusal } from "@kontor/framework"
import type { CartLine, PricedCartLine } from "../../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"

/** The contract as a refusal names it. */
export type NamedContract = Pick<OrderTerms, "id" | "number" | "currency_code">

/** The product of a line as a refusal names it. */
export type NamedLine = Pick<CartLine, "id" | "variant_id" | "title" | "quantity"> & { article: string | null }

/** A price that is another than the dealer saw. Amounts are of one base unit. */
export function tellPriceChange(line: NamedLine, contract: NamedContract, { from, to }: { from: string; to: string }): Refusal {
  const message = `The price of ${nameOf(line)} under contract ${contract.number} has changed from ${from} to ${to} ${currencyOf(contract)}`
  return {
    code: "price_changed",
    message,
    subject: line.article ?? line.variant_id,
    details: { ...detailsOf(line, contract), old_unit_price: from, unit_price: to },
  }
}

/** A line that cannot be bought any more, since its product has no price in this quantity. `from` is what it cost. */
export function tellNoPrice(line: NamedLine, contract: NamedContract, from: string): Refusal {
  const message = `${nameOf(line)} has no price for ${line.quantity} under contract ${contract.number}; it cost ${from} ${currencyOf(contract)}`
  return {
    code: "no_price",
    message,
    subject: line.article ?? line.variant_id,
    details: { ...detailsOf(line, contract), old_unit_price: from, unit_price: null },
  }
}

/** A line whose product is not sold any more, or not under this contract: to the dealer it is one and the same. */
export function tellNotListed(line: NamedLine, contract: NamedContract): Refusal {
  const message = `${nameOf(line)} is not sold under contract ${contract.number} any more`
  return { code: "not_listed", message, subject: line.article ?? line.variant_id, details: detailsOf(line, contract) }
}

/**
 * What the dealer is told of the lines in his cart: each that is not sold any more, that is withheld from sale, that costs another amount than he put
 * it in at, or nothing any more.
 *
 * @param withheld the rules that withhold products from sale, by key of the entry
 */
export function tellNotices(lines: PricedCartLine[], contract: NamedContract, withheld: ReadonlyMap<number, string>): Refusal[] {
  return lines.flatMap((line) => {
    const { notice } = line
    if (!line.is_listed) {
      return [tellNotListed(line, contract)]
    }
    const rule = line.entry_key === null ? undefined : withheld.get(line.entry_key)
    const told = rule === undefined ? [] : [tellWithheldLine(line, contract, rule)]
    if (!notice) {
      return told
    }
    const change =
      notice.to === null ? tellNoPrice(line, contract, notice.from) : tellPriceChange(line, contract, { from: notice.from, to: notice.to })
    return [...told, { ...change, details: { ...change.details, changed_at: notice.at } }]
  })
}

/** A line that has its product already; the name of the rule is the reason. */
export function tellWithheldLine(line: NamedLine, contract: NamedContract, withheld: string): Refusal {
  const told = tellWithheld({ ...line, withheld }, contract, line.article ?? line.variant_id)
  return { ...told, details: { ...detailsOf(line, contract), reason: withheld } }
}

/** A product as a sentence names it. */
export const nameOf = ({ title, article }: { title: string; article: string | null }): string =>
  article === null ? `"${title}"` : `"${title}" (${article})`

/** A reason as a sentence that names the product and the contract. */
export const nameReason = (
  product: { title: string; article: string | null },
  contract: Pick<NamedContract, "number">,
  reason: string
): string => `${nameOf(product)} under contract ${contract.number}: ${reason}`

/** A product that a rule withholds from sale, whatever it costs; the rule's name is the reason. `quantity`: null = any. */
export function tellWithheld(
  line: { title: string; article: string | null; quantity: string | null; withheld: string },
  contract: Pick<NamedContract, "number">,
  subject: string | null
): Refusal {
  const asked = line.quantity === null ? "" : `, ${line.quantity} asked for`
  return {
    code: "withheld",
    message: nameReason(line, contract, `withheld from sale («${line.withheld}»)${asked}`),
    subject,
  }
}

const currencyOf = ({ currency_code }: NamedContract): string => currency_code.toUpperCase()

/** What a refusal of a line carries for machines: the line, its product and quantity, and the contract. */
export function detailsOf({ id, variant_id, article, title, quantity }: NamedLine, contract: NamedContract): Record<string, unknown> {
  const { id: contract_id, number: contract_number, currency_code } = contract
  return { line_id: id, variant_id, article, title, quantity, contract_id, contract_number, currency_code }
}
