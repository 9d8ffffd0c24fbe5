import { priceOutcome, priceStep } from "../../../../api/price-explanation-schema"
import type { RateLeg } from "../convert-amount"
import type { ExplainedStep } from "../explain-price"
import { PRICE_LOCALES, PRICE_TEXTS, type PriceLocale, teller } from "../tell-price"

const AS_OF = "2026-02-01T07:00:00+00:00"
const tellIn = (locale: PriceLocale) => teller({ locale, currency_code: "rub", time_zone: "Europe/Moscow" })
/** Intl puts no-break spaces between parts; which of them, and so much more, depends on its version. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")
const rate: RateLeg = {
  ...{ currency_code: "usd", in_currency: "rub", on_date: "2026-01-31", rate: "92.5137" },
  ...{ source: "erp", as_of: AS_OF, is_inverse: false },
}
const adjusted: ExplainedStep = {
  code: "adjusted", amount: "11.0025", kind: "percent", value: "-7.5", id: "padj_1", name: "Осень", scope_kind: "contract", is_stacking: false, document: "Приказ 3", as_of: AS_OF,
} // prettier-ignore

describe("texts of prices", () => {
  it.each(PRICE_LOCALES)("in %s there are for every code that an explanation may have", (locale) => {
    const { steps, step_names, outcomes } = PRICE_TEXTS[locale]
    const codes = priceStep.options.map(({ shape }) => shape.code.value).sort()
    expect(codes.length).toBeGreaterThan(4)
    expect(Object.keys(steps).sort()).toEqual(codes)
    expect(Object.keys(step_names).sort()).toEqual(codes)
    expect(Object.keys(outcomes).sort()).toEqual([...priceOutcome.options].sort())
    expect(Object.values({ ...step_names, ...outcomes }).filter((text) => /[а-я]/i.test(text) !== (locale === "ru"))).toEqual([])
  })

  it.each<[ExplainedStep, string, string]>([
    [
      { code: "contract_price", amount: "1234.500000", from_quantity: "12", document: "Соглашение 7", as_of: AS_OF },
      "Цена договора от 12 единиц: 1 234,50 ₽. Документ 1С: Соглашение 7, по данным 1С на 1 февраля 2026 г. в 10:00.",
      "Contract price from 12 units: ₽1,234.50. Document of 1C: Соглашение 7, 1C data of 1 February 2026 at 10:00.",
    ],
    [
      { code: "base_price", amount: "12.3456", price_type_id: "ptyp_1", price_type_name: "Оптовая", as_of: null },
      "Вид цены «Оптовая»: 12,3456 ₽.",
      "Price type “Оптовая”: ₽12.3456.",
    ],
    [
      {
        ...{ code: "base_price", amount: "4.5", price_type_id: "ptyp_1", price_type_name: "Оптовая", as_of: null },
        threshold: { id: "pthr_1", basis: "total", from_amount: "50000", scope_kind: "holding", document: "Приказ 5", as_of: null },
      },
      "Вид цены «Оптовая», действует от корзины на 50 000,00 ₽ для холдинга: 4,50 ₽. Документ 1С: Приказ 5.",
      "Price type “Оптовая”, which holds from a cart of ₽50,000.00 on for the holding: ₽4.50. Document of 1C: Приказ 5.",
    ],
    [
      {
        ...{ code: "base_price", amount: "4.5", price_type_id: "ptyp_3", price_type_name: "Базовая", as_of: null },
        passed_over: [
          { id: "ptyp_1", name: "Оптовая", reason: "no_price" },
          { id: "ptyp_2", name: "Юг", reason: "other_region" },
        ],
      },
      "Вид цены «Базовая»: 4,50 ₽. Не подошли: «Оптовая» (нет цены этого товара), «Юг» (другой регион).",
      "Price type “Базовая”: ₽4.50. Passed over: “Оптовая” (no price of this product), “Юг” (another region).",
    ],
    [
      adjusted,
      "Скидка 7,5 % «Осень» для договора: 11,0025 ₽. Документ 1С: Приказ 3, по данным 1С на 1 февраля 2026 г. в 10:00.",
      "Discount 7.5% “Осень” for the contract: ₽11.0025. Document of 1C: Приказ 3, 1C data of 1 February 2026 at 10:00.",
    ],
    [
      { ...adjusted, kind: "fixed", value: "0.05", is_stacking: true, scope_kind: "everyone", document: null, as_of: null },
      "Наценка 0,05 ₽ с единицы «Осень» для всех, вместе с другими: 11,0025 ₽.",
      "Markup of ₽0.05 a unit “Осень” for everyone, besides others: ₽11.0025.",
    ],
    [
      { code: "base_price", amount: "12.5", currency_code: "usd", price_type_id: "ptyp_1", price_type_name: "Импорт", as_of: null },
      "Вид цены «Импорт»: 12,50 $.",
      "Price type “Импорт”: $12.50.",
    ],
    [
      { code: "converted", amount: "1156.42125", rates: [rate] },
      "По курсу USD = 92,5137 RUB на 31 января 2026 г. (по данным 1С на 1 февраля 2026 г. в 10:00): 1 156,42125 ₽.",
      "At the rate USD = 92.5137 RUB of 31 January 2026 (1C data of 1 February 2026 at 10:00): ₽1,156.42125.",
    ],
    [
      {
        code: "converted",
        amount: "10",
        rates: [
          { ...rate, as_of: null },
          { ...rate, currency_code: "eur", rate: "100", as_of: null, is_inverse: true },
        ],
      },
      "По курсу USD = 92,5137 RUB на 31 января 2026 г., затем EUR = 100 RUB на 31 января 2026 г.: 10,00 ₽.",
      "At the rate USD = 92.5137 RUB of 31 January 2026, then EUR = 100 RUB of 31 January 2026: ₽10.00.",
    ],
    [
      { code: "adjustments_shut_off", amount: "10", label: "Распродажа" },
      "Метка «Распродажа» отключает скидки и наценки: 10,00 ₽.",
      "The label “Распродажа” shuts discounts and markups off: ₽10.00.",
    ],
    [{ code: "held_at_zero", amount: "0" }, "Ниже нуля цена не опускается: 0,00 ₽.", "A price does not go below zero: ₽0.00."],
    [
      {
        code: "adjusted_by_plugin",
        amount: "0.686",
        plugin: "bonus",
        reason: { ru: "Предоплата: скидка 2 %", en: "Paid in advance: 2% off" },
      },
      "Предоплата: скидка 2 %: 0,686 ₽.",
      "Paid in advance: 2% off: ₽0.686.",
    ],
    [
      { code: "refined_at_erp", amount: "0.68", source: "ut-main", document: "Расчёт 5", as_of: AS_OF, refined_at: AS_OF },
      "Цена самой 1С для этой корзины: 0,68 ₽. Документ 1С: Расчёт 5, по данным 1С на 1 февраля 2026 г. в 10:00.",
      "The price of 1C itself for this cart: ₽0.68. Document of 1C: Расчёт 5, 1C data of 1 February 2026 at 10:00.",
    ],
    [{ code: "rounded", amount: "0.70" }, "Округление до точности валюты: 0,70 ₽.", "Rounded to the currency: ₽0.70."],
    [
      { code: "promotion", amount: "90.00", promotion: "SPRING", discount: "10.00" },
      "Акция «SPRING»: минус 10,00 ₽ на всю строку, за строку остаётся 90,00 ₽.",
      "Promotion “SPRING”: ₽10.00 off the whole line, ₽90.00 left of it.",
    ],
  ])("say a step %#", (step, ru, en) => {
    expect([plain(tellIn("ru").step(step)), plain(tellIn("en").step(step))]).toEqual([ru, en])
  })

  it("say of a row that was considered from when it holds, and why it does not", () => {
    const row = { amount: "5", from_quantity: "10", starts_on: "2026-01-01", ends_on: null, document: null, as_of: null }
    expect(plain(tellIn("ru").contractPrice({ ...row, outcome: "quantity_not_reached" }))).toBe(
      "Цена договора 5,00 ₽ от 10 единиц, с 1 января 2026 г. – не действует: количество меньше."
    )
    expect(plain(tellIn("en").contractPrice({ ...row, from_quantity: "0.000000", ends_on: "2026-12-31", outcome: "holds" }))).toBe(
      "Contract price ₽5.00, from 1 January 2026 to 31 December 2026 – holds."
    )
    const reached = {
      id: "pthr_1",
      basis: "quantity" as const,
      from_amount: "10",
      scope_kind: "everyone" as const,
      document: null,
      as_of: null,
    }
    expect(plain(tellIn("ru").threshold({ ...reached, price_type_name: "Опт", amount: "5", outcome: "quantity_not_reached" }))).toBe(
      "Вид цены «Опт» 5,00 ₽, действует от 10 единиц для всех – не действует: количество меньше."
    )
    const ofTotal = { ...reached, basis: "total" as const, from_amount: "500", currency_code: "eur", price_type_name: "Опт", amount: "5" }
    expect(plain(tellIn("ru").threshold({ ...ofTotal, outcome: "depends_on_total" }))).toBe(
      "Вид цены «Опт» 5,00 ₽, действует от корзины на 500,00 € для всех – зависит от суммы корзины."
    )
    expect(plain(tellIn("ru").priceType({ name: "Опт", amount: null, currency_code: "usd", as_of: null, outcome: "no_price" }))).toBe(
      "Вид цены «Опт» – цены этого товара нет."
    )
    expect(
      plain(tellIn("en").adjustment({ ...adjusted, document: null, as_of: null, from_quantity: "0", starts_on: null, ends_on: null, outcome: "farther" }))
    ).toBe("Discount 7.5% “Осень” for the contract – does not hold: there is a nearer row.") // prettier-ignore
  })

  it("say the price, that there is none, and the next one", () => {
    const asked = { quantity: "2.5", day: "2026-06-15" }
    expect(plain(tellIn("ru").price({ ...asked, price: "0.35" }))).toBe("На 15 июня 2026 г. при количестве 2,5: 0,35 ₽ за единицу.")
    expect(plain(tellIn("en").price({ ...asked, price: null }))).toMatch(/^There is no price for a quantity of 2\.5 on 15 June 2026/)
    const missing_rate = { currency_code: "usd", in_currency: "rub" }
    expect(plain(tellIn("ru").price({ ...asked, price: null, missing_rate }))).toBe(
      "Цены нет: она в валюте USD, а курса USD к RUB на 15 июня 2026 г. и за 14 дней до него нет."
    )
    expect(plain(tellIn("en").price({ ...asked, price: null, missing_rate }))).toMatch(/^There is no price: it is in USD/)
    expect(plain(tellIn("ru").nextPrice({ from_quantity: "1000", price: "1" }))).toBe("От 1 000 единиц – 1,00 ₽ за единицу.")
  })

  it("say a step whose code or fields they do not know by its name and amount", () => {
    expect(plain(tellIn("ru").keptStep("adjusted", "9.5"))).toBe("Скидка или наценка: 9,50 ₽.")
    expect(tellIn("en").keptStep("from_a_plugin", null)).toBe("from_a_plugin.")
  })

  it("write an amount in a currency that Intl does not know with its code", () => {
    expect(
      teller({ locale: "en", currency_code: "points", time_zone: "UTC" }).step({ code: "rounded", amount: "12345678901234567.89" })
    ).toBe("Rounded to the currency: 12,345,678,901,234,567.89 POINTS.")
  })
})
