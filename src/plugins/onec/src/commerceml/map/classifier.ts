import type { ErpProperty } from "@kontor/framework"
import { parseBoolean } from "../values/boolean"
import { parseCurrency } from "../values/currency"
import { quote } from "../record-sink"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { isDeleted, readExternalId, readName } from "./fields"
import { unitCodeOf } from "./units"

/** `Группа` with its subgroups: the parent first, each with its place among its siblings. */
export function mapGroup(node: XmlNode, context: PackageContext): void {
  addGroup(node, null, context.nextGroupPosition++, context)
}

function addGroup(node: XmlNode, parentId: string | null, position: number, context: PackageContext): void {
  const id = readExternalId(node.textOf("Ид"), "group", context.sink)
  if (id === null) {
    return
  }
  const is_deleted = isDeleted(node)
  const name = readName(node, "group", id, is_deleted, context.sink)
  if (name !== null) {
    context.sink.add({ kind: "group", external_id: id, parent_external_id: parentId, name, position, is_deleted })
  }
  node.list("Группы", "Группа")?.forEach((child, index) => addGroup(child, id, index, context))
}

const VALUE_TYPES: Record<string, ErpProperty["value_type"]> = {
  Справочник: "reference",
  Число: "number",
  Время: "time",
  Дата: "time",
  ДатаВремя: "time",
}

/** `Свойство` (`СвойствоНоменклатуры` up to 2.03) with its list of values. */
export function mapProperty(node: XmlNode, context: PackageContext): void {
  const id = readExternalId(node.textOf("Ид"), "property", context.sink)
  if (id === null) {
    return
  }
  const is_deleted = isDeleted(node)
  const name = readName(node, "property", id, is_deleted, context.sink)
  if (name === null) {
    return
  }
  const is_for_offers = context.isForOffers || parseBoolean(node.textOf("ДляПредложений") ?? "") === true
  context.sink.add({ kind: "property", external_id: id, name, value_type: valueTypeOf(node), is_for_offers, is_deleted })
  for (const value of valueLists(node).flatMap((list) => list.children)) {
    addPropertyValue(value, id, context)
  }
}

/** 2.03 keeps types in `ТипыЗначений/ТипЗначений`, each with its own list. */
function oldTypes(node: XmlNode): XmlNode[] {
  return node.list("ТипыЗначений", "ТипЗначений") ?? []
}

function valueTypeOf(node: XmlNode): ErpProperty["value_type"] {
  const written = node.textOf("ТипЗначений") ?? oldTypes(node)[0]?.textOf("Тип") ?? ""
  return VALUE_TYPES[written] ?? "text"
}

function valueLists(node: XmlNode): XmlNode[] {
  const holders = [node, ...oldTypes(node).flatMap((type) => [type, ...type.childrenNamed("Описание")])]
  return holders.flatMap((holder) => holder.childrenNamed("ВариантыЗначений"))
}

function addPropertyValue(node: XmlNode, propertyId: string, context: PackageContext): void {
  const id = readExternalId(node.textOf("ИдЗначения") ?? node.textOf("Ид"), `value of the property ${propertyId}`, context.sink)
  const value = node.textOf("Значение") ?? ""
  if (id !== null && value === "") {
    context.sink.problem("property_value_empty", `The value ${id} of the property ${propertyId} is empty`, id)
  } else if (id !== null) {
    context.sink.add({ kind: "property_value", external_id: id, property_external_id: propertyId, value })
  }
}

/** `ЕдиницаИзмерения`: remembered, so that products of the same file get short names instead of codes. */
export function mapUnit(node: XmlNode, context: PackageContext): void {
  const code = unitCodeOf(node)
  const name = node.textOf("НаименованиеКраткое") || node.textOf("НаименованиеПолное")
  if (code && name) {
    context.unitNames.set(code, name)
  }
}

/**
 * `ТипЦены`. A type without a note on VAT holds prices with VAT, as 1C's own default. A type whose currency cannot be
 * told, or which 1C has marked for deletion, is not passed on: its prices would mean nothing. One that names none waits for
 * a price of its own that does.
 */
export function mapPriceType(node: XmlNode, context: PackageContext): void {
  const id = readExternalId(node.textOf("Ид"), "price type", context.sink)
  const name = id === null ? null : readName(node, "price type", id, false, context.sink)
  if (id === null || name === null) {
    return
  }
  if (isDeleted(node)) {
    context.sink.problem("price_type_deleted", `The price type ${quote(name)} is marked for deletion in 1C and is left as it was`, id)
    return
  }
  const currency = node.textOf("Валюта") ?? ""
  const type = { kind: "price_type", external_id: id, name, includes_vat: includesVat(node) } as const
  if (currency === "") {
    context.typesWithoutCurrency.set(id, { type, currency_code: null })
    return
  }
  const currency_code = parseCurrency(currency)
  if (currency_code === null) {
    context.sink.problem("currency_unknown", `The price type ${quote(name)} is in an unknown currency ${quote(currency)}`, id)
    return
  }
  context.sink.add({ ...type, currency_code })
}

/** At the end of a package: no price has told in what currency these price types are. */
export function reportTypesWithoutCurrency({ sink, typesWithoutCurrency }: PackageContext): void {
  for (const { type, currency_code } of typesWithoutCurrency.values()) {
    if (currency_code === null) {
      const message = `Neither the price type ${quote(type.name)} nor a price of it names a currency: it is left as it was`
      sink.problem("currency_unknown", message, type.external_id)
    }
  }
}

function includesVat(node: XmlNode): boolean {
  const taxes = node.childrenNamed("Налог")
  const vat = taxes.find((tax) => tax.textOf("Наименование")?.toUpperCase() === "НДС") ?? taxes[0]
  return parseBoolean(vat?.textOf("УчтеноВСумме") ?? "") ?? true
}

/** `Склад` of a list of warehouses. */
export function mapWarehouse(node: XmlNode, context: PackageContext): void {
  const id = readExternalId(node.textOf("Ид"), "warehouse", context.sink)
  if (id === null) {
    return
  }
  const is_deleted = isDeleted(node)
  const name = readName(node, "warehouse", id, is_deleted, context.sink)
  if (name !== null) {
    context.sink.add({ kind: "warehouse", external_id: id, name, is_deleted })
  }
}
