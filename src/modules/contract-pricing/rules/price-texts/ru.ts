import type { RateLeg } from "../convert-amount"
import type { PassedType, ThresholdOrigin, TierOrigin } from "../explain-price"
import type { PriceFormats } from "./formats"
import type { Bounds, Change, Days, Origin, PriceTexts } from "./texts"

const SCOPES: PriceTexts["scopes"] = {
  contract: "для договора",
  legal_entity: "для юрлица",
  holding: "для холдинга",
  client_category: "для категории клиента",
  region: "для региона",
  everyone: "для всех",
}

const PASSED: PriceTexts["passed"] = {
  no_price: "нет цены этого товара",
  other_region: "другой регион",
  other_vat: "НДС учтён иначе",
  not_in_force: "вид цены удалён",
  too_far: "слишком далеко в цепочке замен",
}

/** Russian texts of explanations. */
export const RU: PriceTexts = {
  steps: {
    contract_price: (step, f) => `Цена договора${from(step.from_quantity, f)}: ${f.money(step.amount)}.${origin(step, f)}`,
    base_price: (step, f) =>
      `Вид цены «${step.price_type_name}»${step.threshold ? `, ${threshold(step.threshold, f)}` : ""}${step.tier ? tier(step.tier, f, step.currency_code) : ""}: ${f.money(step.amount, step.currency_code)}.${origin(step, f)}${step.threshold ? origin({ document: step.threshold.document }, f) : ""}${passedOver(step.passed_over)}`,
    converted: (step, f) => `По курсу ${step.rates.map((leg) => rate(leg, f)).join(", затем ")}: ${f.money(step.amount)}.`,
    adjustments_shut_off: (step, f) => `Метка «${step.label}» отключает скидки и наценки: ${f.money(step.amount)}.`,
    adjusted: (step, f) => `${capital(change(step, f))}: ${f.money(step.amount)}.${origin(step, f)}`,
    held_at_zero: (step, f) => `Ниже нуля цена не опускается: ${f.money(step.amount)}.`,
    adjusted_by_plugin: (step, f) => `${step.reason.ru}: ${f.money(step.amount)}.`,
    refined_at_erp: (step, f) => `Цена самой 1С для этой корзины: ${f.money(step.amount)}.${origin(step, f)}`,
    set_by_staff: (step, f) =>
      `Цену назначил${step.user_name === null ? "и сотрудники" : ` сотрудник ${step.user_name}`} при изменении заказа: ${f.money(step.amount)}.`,
    rounded: (step, f) => `Округление до точности валюты: ${f.money(step.amount)}.`,
    promotion: (step, f) =>
      `Акция «${step.promotion}»: минус ${f.money(step.discount)} на всю строку, за строку остаётся ${f.money(step.amount)}.`,
  },
  step_names: {
    contract_price: "Цена договора",
    base_price: "Вид цены",
    converted: "Перевод по курсу",
    adjustments_shut_off: "Скидки и наценки отключены меткой",
    adjusted: "Скидка или наценка",
    held_at_zero: "Не ниже нуля",
    adjusted_by_plugin: "Правило расширения",
    refined_at_erp: "Цена 1С для корзины",
    set_by_staff: "Назначена сотрудником",
    rounded: "Округление",
    promotion: "Акция",
  },
  kept_step: (name, amount, f) => (amount === null ? `${name}.` : `${name}: ${f.money(amount)}.`),
  scopes: SCOPES,
  passed: PASSED,
  outcomes: {
    holds: "действует",
    farther: "не действует: есть более близкая строка",
    quantity_not_reached: "не действует: количество меньше",
    depends_on_total: "зависит от суммы корзины",
    contract_price_is_final: "не действует: цена договора окончательна",
    no_price: "цены этого товара нет",
    other_region: "не действует: другой регион",
    other_vat: "не действует: НДС в нём учтён иначе, чем в виде цены договора",
    not_in_force: "не действует: вид цены удалён",
    too_far: "не действует: перед ним в цепочке замен больше пяти видов цен",
    rate_missing: "не действует: нет курса валюты",
    adjustments_shut_off: "не действует: метка товара отключает скидки и наценки",
  },
  contract_price: (row, outcome, f) => `Цена договора ${f.money(row.amount)}${bounds(row, f)} – ${outcome}.${origin(row, f)}`,
  price_type: (row, outcome, f) =>
    `Вид цены «${row.name}»${row.amount === null ? "" : ` ${f.money(row.amount, row.currency_code)}`} – ${outcome}.${origin(row, f)}`,
  threshold: (row, outcome, f) =>
    `Вид цены «${row.price_type_name}»${row.amount === null ? "" : ` ${f.money(row.amount)}`}, ${threshold(row, f)} – ${outcome}.${origin(row, f)}`,
  adjustment: (row, outcome, f) => `${capital(change(row, f))}${bounds(row, f)} – ${outcome}.${origin(row, f)}`,
  withholding: (row, outcome, f) => `Не продаётся «${row.name}» ${SCOPES[row.scope_kind]}${days(row, f)} – ${outcome}.${origin(row, f)}`,
  withheld: (name) => `Товар не продаётся: «${name}».`,
  price: ({ price, quantity, day }, f) => `На ${f.day(day)} при количестве ${f.quantity(quantity)}: ${f.money(price)} за единицу.`,
  no_price: ({ quantity, day }, f) =>
    `На ${f.day(day)} при количестве ${f.quantity(quantity)} цены нет: ни в договоре, ни в его виде цены, ни в тех, что его заменяют.`,
  rate_missing: ({ currency_code, in_currency, day }, f) =>
    `Цены нет: она в валюте ${currency_code.toUpperCase()}, а курса ${currency_code.toUpperCase()} к ${in_currency.toUpperCase()} на ${f.day(day)} и за 14 дней до него нет.`,
  next_price: ({ from_quantity, price }, f) => `От ${f.quantity(from_quantity)} единиц – ${f.money(price)} за единицу.`,
}

function threshold({ basis, from_amount, currency_code, scope_kind }: ThresholdOrigin, f: PriceFormats): string {
  const from = basis === "total" ? `корзины на ${f.money(from_amount, currency_code ?? undefined)}` : `${f.quantity(from_amount)} единиц`
  return `действует от ${from} ${SCOPES[scope_kind]}`
}

function passedOver(types: readonly PassedType[] | undefined): string {
  return types?.length ? ` Не подошли: ${types.map(({ name, reason }) => `«${name}» (${PASSED[reason]})`).join(", ")}.` : ""
}

/** Of a unit with its own money: what follows is that of one base unit. */
function tier({ from_quantity, coefficient, amount, unit }: TierOrigin, f: PriceFormats, currencyCode?: string): string {
  if (coefficient === "1") {
    return `, цена от ${f.quantity(from_quantity)} единиц`
  }
  const ofUnit = `, цена за ${unit === null ? "упаковку" : `«${unit}»`} из ${f.quantity(coefficient)} единиц – ${f.money(amount, currencyCode)}`
  return from_quantity === coefficient ? ofUnit : `${ofUnit}, от ${f.quantity(from_quantity)} единиц`
}

function change({ kind, value, name, scope_kind, is_stacking }: Change, f: PriceFormats): string {
  const word = value.startsWith("-") ? "скидка" : "наценка"
  const size = kind === "percent" ? f.percent(value) : `${f.money(value.replace("-", ""))} с единицы`
  return `${word} ${size} «${name}» ${SCOPES[scope_kind]}${is_stacking ? ", вместе с другими" : ""}`
}

function rate({ currency_code, in_currency, on_date, rate: told, as_of }: RateLeg, f: PriceFormats): string {
  const said = `${currency_code.toUpperCase()} = ${f.number(told)} ${in_currency.toUpperCase()} на ${f.day(on_date)}`
  return as_of === null ? said : `${said} (по данным 1С на ${f.moment(as_of)})`
}

function from(quantity: string, f: PriceFormats): string {
  return /^0*\.?0*$/.test(quantity) ? "" : ` от ${f.quantity(quantity)} единиц`
}

function bounds(row: Bounds, f: PriceFormats): string {
  return `${from(row.from_quantity, f)}${days(row, f)}`
}

function days({ starts_on, ends_on }: Days, f: PriceFormats): string {
  const told = [starts_on && `с ${f.day(starts_on)}`, ends_on && `по ${f.day(ends_on)}`].filter(Boolean).join(" ")
  return told && `, ${told}`
}

function origin({ document, as_of }: Origin, f: PriceFormats): string {
  const parts = [document && `документ 1С: ${document}`, as_of && `по данным 1С на ${f.moment(as_of)}`].filter(Boolean)
  return parts.length === 0 ? "" : ` ${capital(parts.join(", "))}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
