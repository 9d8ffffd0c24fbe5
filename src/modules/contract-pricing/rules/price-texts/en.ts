import type { RateLeg } from "../convert-amount"
import type { PassedType, ThresholdOrigin, TierOrigin } from "../explain-price"
import type { PriceFormats } from "./formats"
import type { Bounds, Change, Days, Origin, PriceTexts } from "./texts"

const SCOPES: PriceTexts["scopes"] = {
  contract: "for the contract",
  legal_entity: "for the legal entity",
  holding: "for the holding",
  client_category: "for the client category",
  region: "for the region",
  everyone: "for everyone",
}

const PASSED: PriceTexts["passed"] = {
  no_price: "no price of this product",
  other_region: "another region",
  other_vat: "another word on VAT",
  not_in_force: "the price type is deleted",
  too_far: "too far in the chain",
}

/** English texts of explanations. */
export const EN: PriceTexts = {
  steps: {
    contract_price: (step, f) => `Contract price${from(step.from_quantity, f)}: ${f.money(step.amount)}.${origin(step, f)}`,
    base_price: (step, f) =>
      `Price type “${step.price_type_name}”${step.threshold ? `, ${threshold(step.threshold, f)}` : ""}${step.tier ? tier(step.tier, f, step.currency_code) : ""}: ${f.money(step.amount, step.currency_code)}.${origin(step, f)}${step.threshold ? origin({ document: step.threshold.document }, f) : ""}${passedOver(step.passed_over)}`,
    converted: (step, f) => `At the rate ${step.rates.map((leg) => rate(leg, f)).join(", then ")}: ${f.money(step.amount)}.`,
    adjustments_shut_off: (step, f) => `The label “${step.label}” shuts discounts and markups off: ${f.money(step.amount)}.`,
    adjusted: (step, f) => `${capital(change(step, f))}: ${f.money(step.amount)}.${origin(step, f)}`,
    held_at_zero: (step, f) => `A price does not go below zero: ${f.money(step.amount)}.`,
    adjusted_by_plugin: (step, f) => `${step.reason.en}: ${f.money(step.amount)}.`,
    refined_at_erp: (step, f) => `The price of 1C itself for this cart: ${f.money(step.amount)}.${origin(step, f)}`,
    set_by_staff: (step, f) => `Set by ${step.user_name ?? "the staff"} as the order was changed: ${f.money(step.amount)}.`,
    rounded: (step, f) => `Rounded to the currency: ${f.money(step.amount)}.`,
    promotion: (step, f) =>
      `Promotion “${step.promotion}”: ${f.money(step.discount)} off the whole line, ${f.money(step.amount)} left of it.`,
  },
  step_names: {
    contract_price: "Contract price",
    base_price: "Price type",
    converted: "Conversion by rate",
    adjustments_shut_off: "Discounts and markups shut off by a label",
    adjusted: "Discount or markup",
    held_at_zero: "Not below zero",
    adjusted_by_plugin: "Rule of a plugin",
    refined_at_erp: "Price of 1C for the cart",
    set_by_staff: "Set by the staff",
    rounded: "Rounding",
    promotion: "Promotion",
  },
  kept_step: (name, amount, f) => (amount === null ? `${name}.` : `${name}: ${f.money(amount)}.`),
  scopes: SCOPES,
  passed: PASSED,
  outcomes: {
    holds: "holds",
    farther: "does not hold: there is a nearer row",
    quantity_not_reached: "does not hold: the quantity is smaller",
    depends_on_total: "depends on the sum of the cart",
    contract_price_is_final: "does not hold: the contract price is final",
    no_price: "has no price of this product",
    other_region: "does not hold: it is of another region",
    other_vat: "does not hold: its word on VAT differs from that of the contract’s price type",
    not_in_force: "does not hold: the price type is deleted",
    too_far: "does not hold: more than five price types come before it",
    rate_missing: "does not hold: there is no rate of its currency",
    adjustments_shut_off: "does not hold: a label of the product shuts discounts and markups off",
  },
  contract_price: (row, outcome, f) => `Contract price ${f.money(row.amount)}${bounds(row, f)} – ${outcome}.${origin(row, f)}`,
  price_type: (row, outcome, f) =>
    `Price type “${row.name}”${row.amount === null ? "" : ` ${f.money(row.amount, row.currency_code)}`} – ${outcome}.${origin(row, f)}`,
  threshold: (row, outcome, f) =>
    `Price type “${row.price_type_name}”${row.amount === null ? "" : ` ${f.money(row.amount)}`}, ${threshold(row, f)} – ${outcome}.${origin(row, f)}`,
  adjustment: (row, outcome, f) => `${capital(change(row, f))}${bounds(row, f)} – ${outcome}.${origin(row, f)}`,
  withholding: (row, outcome, f) =>
    `Withheld from sale “${row.name}” ${SCOPES[row.scope_kind]}${days(row, f)} – ${outcome}.${origin(row, f)}`,
  withheld: (name) => `The product is withheld from sale: “${name}”.`,
  price: ({ price, quantity, day }, f) => `On ${f.day(day)} for a quantity of ${f.quantity(quantity)}: ${f.money(price)} a unit.`,
  no_price: ({ quantity, day }, f) =>
    `There is no price for a quantity of ${f.quantity(quantity)} on ${f.day(day)}: neither in the contract, nor in its price type, nor in those that it falls back to.`,
  rate_missing: ({ currency_code, in_currency, day }, f) =>
    `There is no price: it is in ${currency_code.toUpperCase()}, and there is no rate of ${currency_code.toUpperCase()} in ${in_currency.toUpperCase()} on ${f.day(day)} or in the 14 days before.`,
  next_price: ({ from_quantity, price }, f) => `From ${f.quantity(from_quantity)} units: ${f.money(price)} a unit.`,
}

function threshold({ basis, from_amount, currency_code, scope_kind }: ThresholdOrigin, f: PriceFormats): string {
  const from = basis === "total" ? `a cart of ${f.money(from_amount, currency_code ?? undefined)}` : `${f.quantity(from_amount)} units`
  return `which holds from ${from} on ${SCOPES[scope_kind]}`
}

function passedOver(types: readonly PassedType[] | undefined): string {
  return types?.length ? ` Passed over: ${types.map(({ name, reason }) => `“${name}” (${PASSED[reason]})`).join(", ")}.` : ""
}

/** Of a unit with its own money: what follows is that of one base unit. */
function tier({ from_quantity, coefficient, amount, unit }: TierOrigin, f: PriceFormats, currencyCode?: string): string {
  if (coefficient === "1") {
    return `, price from ${f.quantity(from_quantity)} units on`
  }
  const ofUnit = `, price of ${unit === null ? "a pack" : `“${unit}”`} of ${f.quantity(coefficient)} units – ${f.money(amount, currencyCode)}`
  return from_quantity === coefficient ? ofUnit : `${ofUnit}, from ${f.quantity(from_quantity)} units on`
}

function change({ kind, value, name, scope_kind, is_stacking }: Change, f: PriceFormats): string {
  const word = value.startsWith("-") ? "discount" : "markup"
  const size = kind === "percent" ? f.percent(value) : `of ${f.money(value.replace("-", ""))} a unit`
  return `${word} ${size} “${name}” ${SCOPES[scope_kind]}${is_stacking ? ", besides others" : ""}`
}

function rate({ currency_code, in_currency, on_date, rate: told, as_of }: RateLeg, f: PriceFormats): string {
  const said = `${currency_code.toUpperCase()} = ${f.number(told)} ${in_currency.toUpperCase()} of ${f.day(on_date)}`
  return as_of === null ? said : `${said} (1C data of ${f.moment(as_of)})`
}

function from(quantity: string, f: PriceFormats): string {
  return /^0*\.?0*$/.test(quantity) ? "" : ` from ${f.quantity(quantity)} units`
}

function bounds(row: Bounds, f: PriceFormats): string {
  return `${from(row.from_quantity, f)}${days(row, f)}`
}

function days({ starts_on, ends_on }: Days, f: PriceFormats): string {
  const told = [starts_on && `from ${f.day(starts_on)}`, ends_on && `to ${f.day(ends_on)}`].filter(Boolean).join(" ")
  return told && `, ${told}`
}

function origin({ document, as_of }: Origin, f: PriceFormats): string {
  const parts = [document && `document of 1C: ${document}`, as_of && `1C data of ${f.moment(as_of)}`].filter(Boolean)
  return parts.length === 0 ? "" : ` ${capital(parts.join(", "))}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
