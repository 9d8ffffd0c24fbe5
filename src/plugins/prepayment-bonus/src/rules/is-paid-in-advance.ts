import type { PrepaymentBonusOptions } from "../options"

/** Whether a contract is paid in advance: it is named, or its payment terms begin as prepayment does. */
export function isPaidInAdvance(
  { number, payment_terms }: { number: string; payment_terms: string | null },
  options: Pick<PrepaymentBonusOptions, "contracts" | "payment_terms">
): boolean {
  const terms = payment_terms?.trim().toLowerCase() ?? ""
  return options.contracts.includes(number) || options.payment_terms.some((beginning) => terms.startsWith(beginning.toLowerCase()))
}
