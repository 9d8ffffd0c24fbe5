import { type OutboundOrder } from "@kontor/framework"
import { cutText, groupElement, textElement, type Markup } from "../xml/markup"
import { ERP_LIMITS } from "./limits"

const INN = /^\d{10}(?:\d{2})?$/
const KPP = /^\d{9}$/

/**
 * `Контрагент` of an order. 1C matches it by name or by ИНН and КПП, and takes it for a company because it has
 * `ОфициальноеНаименование`. Numbers of a wrong length are left out: 1C would refuse the package for them.
 */
export function buyerElement({ buyer, employee }: Pick<OutboundOrder, "buyer" | "employee">): Markup {
  return groupElement("Контрагент", [
    textElement("Ид", buyer.external_id === null ? null : cutText(buyer.external_id, ERP_LIMITS.id)),
    textElement("Наименование", cutText(buyer.name, ERP_LIMITS.name)),
    textElement("ОфициальноеНаименование", cutText(buyer.official_name || buyer.name, ERP_LIMITS.name)),
    textElement("Роль", "Покупатель"),
    textElement("ИНН", matching(buyer.inn, INN)),
    textElement("КПП", matching(buyer.kpp, KPP)),
    groupElement("Адрес", [textElement("Представление", cutText(buyer.address ?? "", ERP_LIMITS.requisite))]),
    groupElement("Контакты", [contactElement("Почта", employee.email), contactElement("Телефон рабочий", employee.phone)]),
    representativeElement(employee.name),
  ])
}

function matching(value: string | null, form: RegExp): string | null {
  const text = value?.trim() ?? ""
  return form.test(text) ? text : null
}

function contactElement(type: string, value: string | null): Markup {
  const text = textElement("Значение", cutText(value ?? "", ERP_LIMITS.name))
  return text === "" ? "" : groupElement("Контакт", [textElement("Тип", type), text])
}

function representativeElement(name: string): Markup {
  const element = textElement("Наименование", cutText(name, ERP_LIMITS.name))
  const person = groupElement("Контрагент", [element === "" ? "" : textElement("Отношение", "Контактное лицо"), element])
  return groupElement("Представители", [groupElement("Представитель", [person])])
}
