import { type OutboundOrderLine, type OutboundWaiting } from "@kontor/framework"
import { parseDecimal, shareOf, toFixedDecimal } from "../values/decimal"
import { cutText, groupElement, textElement, type Markup } from "../xml/markup"
import { ERP_LIMITS } from "./limits"

/** The two clients of 1C: A is built into the trade configurations, B is the extension for 1C-Bitrix. */
export type OrderDialect = "client_a" | "client_b"

/** `Товар` of an order: quantities and prices are of the base unit, so the coefficient is always 1. */
export function lineElement(line: OutboundOrderLine, dialect: OrderDialect): Markup {
  return groupElement("Товар", [
    textElement("Ид", line.offer_external_id),
    textElement("Артикул", cutText(line.article ?? "", ERP_LIMITS.article)),
    textElement("Наименование", cutText(line.name, ERP_LIMITS.name)),
    textElement("БазоваяЕдиница", line.unit_name, { Код: line.unit_code, НаименованиеПолное: line.unit_name }),
    line.vat_rate === null ? "" : rateElement(line.vat_rate),
    textElement("ЦенаЗаЕдиницу", priceOf(paidPrice(line))),
    textElement("Количество", line.quantity),
    textElement("Сумма", toFixedDecimal(line.amount, 2)),
    unitElement(line, dialect),
    textElement("Коэффициент", "1"),
    discountElement(line.discount ?? null),
    requisitesElement([...askedRequisites(line.asked), ...waitingRequisites(line.waiting ?? null), ...reservedRequisites(line.reserved)]),
  ])
}

/** What the portal's promotions took off: told, and no more than told, since price and amount are without it already. */
function discountElement(discount: string | null): Markup {
  return discount === null
    ? ""
    : groupElement("Скидки", [
        groupElement("Скидка", [
          textElement("Наименование", "Скидка по акции"),
          textElement("Сумма", toFixedDecimal(discount, 2)),
          textElement("УчтеноВСумме", "true"),
        ]),
      ])
}

/** Digits of a price that an amount does not divide into. */
const PAID_PRICE_DIGITS = 6

/** The price of one base unit after promotions: 1C reckons the amount from it. */
function paidPrice({ discount = null, unit_price, amount, quantity }: OutboundOrderLine): string {
  return discount === null ? unit_price : (parseDecimal(shareOf(amount, "1", quantity, PAID_PRICE_DIGITS)) ?? unit_price)
}

type Requisite = [name: string, value: string]

/** What 1C keeps or passes over; nothing where there is none. */
function requisitesElement(requisites: Requisite[]): Markup {
  const rows = requisites.map(([name, value]) =>
    groupElement("ЗначениеРеквизита", [textElement("Наименование", name), textElement("Значение", cutText(value, ERP_LIMITS.requisite))])
  )
  return rows.length === 0 ? "" : groupElement("ЗначенияРеквизитов", rows)
}

/** In which unit the dealer asked. As requisites: a base that does not multiply by the coefficient would take two packs for two pieces. */
function askedRequisites(asked: OutboundOrderLine["asked"]): Requisite[] {
  return asked === null
    ? []
    : [
        ["ЕдиницаЗаказа", asked.name],
        ["КоэффициентЕдиницыЗаказа", asked.coefficient],
        ["КоличествоВЕдиницеЗаказа", asked.quantity],
      ]
}

/** What of the line waits for supplies, until which day, and for which: "id=quantity", by semicolons. */
function waitingRequisites(waiting: OutboundWaiting | null): Requisite[] {
  if (waiting === null) {
    return []
  }
  const { quantity, promises } = waiting
  const last = promises.at(-1)?.expected_on ?? null
  const named = promises.flatMap(({ supply_external_id, quantity: part }) =>
    supply_external_id === null ? [] : [`${supply_external_id}=${part}`]
  )
  const told: Requisite[] = [
    ["ОжидаетПоставки", quantity],
    ["ОбещанныйСрок", last ?? ""],
    ["ОбещанныеПоставки", named.join(";")],
  ]
  return told.filter(([, value]) => value !== "")
}

/** What of the line is held on the stock that 1C has told, in base units. */
function reservedRequisites(reserved: string | undefined): Requisite[] {
  return reserved === undefined ? [] : [["Зарезервировано", reserved]]
}

function rateElement(rate: string): Markup {
  return groupElement("СтавкиНалогов", [groupElement("СтавкаНалога", [textElement("Наименование", "НДС"), textElement("Ставка", rate)])])
}

/** The built-in exchange has the name of the unit here, the extension a description of it. */
function unitElement(line: OutboundOrderLine, dialect: OrderDialect): Markup {
  if (dialect === "client_a") {
    return textElement("Единица", line.unit_name)
  }
  return groupElement("Единица", [
    textElement("Ид", line.unit_code),
    textElement("НаименованиеКраткое", line.unit_name),
    textElement("Код", line.unit_code),
    textElement("НаименованиеПолное", line.unit_name),
  ])
}

/** At least kopecks; a price that is finer stays as it is, or price by quantity would not give the amount. */
function priceOf(price: string): string {
  const [, fraction = ""] = price.split(".")
  return fraction.length > 2 ? price : toFixedDecimal(price, 2)
}
