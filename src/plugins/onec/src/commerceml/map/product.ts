import type { ErpOffer, ErpProduct } from "@kontor/framework"
import { deliveredPath } from "../../delivered-path"
import { quote } from "../record-sink"
import { parseVatRate } from "../values/vat"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { isDeleted, readExternalId, readName, readOptionalText, readRequisites, withoutUndefined } from "./fields"
import { parseOfferId } from "./offer-id"
import type { OfferId } from "./offer-id"
import { readUnits } from "./units"

/** Elements that say what clients otherwise put into a requisite, with the name of that requisite. */
const ELEMENTS_AS_REQUISITES = new Map([
  ["Код", "Код"],
  ["ПолноеНаименование", "Полное наименование"],
  ["Вес", "Вес"],
  ["Сортировка", "Сортировка"],
  ["БитриксСортировка", "Сортировка"],
])

/**
 * `Товар` of a catalogue. Schemas up to 2.04 repeat the product for each characteristic ("item#characteristic"): the
 * first such row tells of the product, each tells of its offer.
 */
export function mapProduct(node: XmlNode, context: PackageContext): void {
  const raw = readExternalId(node.textOf("Ид"), "product", context.sink)
  if (raw === null) {
    return
  }
  const id = parseOfferId(raw, node.textOf("ИдХарактеристики"))
  if (!id) {
    context.sink.problem("external_id_missing", `The Ид ${quote(raw)} of a product has no item before "#"`, raw)
    return
  }
  const is_deleted = isDeleted(node)
  const name = readName(node, "product", id.offer, is_deleted, context.sink)
  if (name === null) {
    return
  }
  if (!id.hasCharacteristic) {
    context.sink.add(readProduct(node, id.product, name, is_deleted, context))
  } else {
    mapCharacteristic(node, id, name, is_deleted, context)
  }
}

/** A row of one characteristic says nothing about deletion of the product itself. */
function mapCharacteristic(node: XmlNode, id: OfferId, name: string, is_deleted: boolean, context: PackageContext): void {
  if (!is_deleted && !context.splitProducts.has(id.product)) {
    context.splitProducts.add(id.product)
    const { barcode: _ofCharacteristic, ...product } = readProduct(node, id.product, name, false, context)
    context.sink.add(product)
  }
  const offer: ErpOffer = {
    kind: "offer",
    external_id: id.offer,
    product_external_id: id.product,
    name: name === "" ? undefined : name,
    article: readOptionalText(node, "Артикул"),
    barcode: readOptionalText(node, "Штрихкод"),
    characteristics: readCharacteristics(node),
    is_deleted,
  }
  context.sink.add(withoutUndefined(offer))
}

function readProduct(node: XmlNode, id: string, name: string, is_deleted: boolean, context: PackageContext): ErpProduct {
  const requisites = readProductRequisites(node)
  return withoutUndefined<ErpProduct>({
    kind: "product",
    external_id: id,
    name,
    article: readOptionalText(node, "Артикул"),
    barcode: readOptionalText(node, "Штрихкод"),
    description: readOptionalText(node, "Описание"),
    manufacturer: readManufacturer(node),
    country: readOptionalText(node, "Страна"),
    units: readUnits(node, id, context),
    group_external_ids: readGroups(node),
    images: readImages(node),
    properties: readPropertyValues(node, id, context),
    vat_rate: readVat(node, id, context),
    requisites: requisites && Object.fromEntries(requisites),
    is_service: requisites?.get("ТипНоменклатуры") === "Услуга",
    is_deleted,
  })
}

function readTexts(nodes: XmlNode[] | undefined): string[] | undefined {
  return nodes?.map((node) => node.text.trim()).filter((text) => text !== "")
}

function readManufacturer(node: XmlNode): string | null | undefined {
  const manufacturer = node.child("Изготовитель")
  return manufacturer && (manufacturer.textOf("Наименование") || manufacturer.text.trim() || null)
}

function readImages(node: XmlNode): string[] | undefined {
  const images = node.childrenNamed("Картинка")
  return images.length === 0 ? undefined : [...new Set(readTexts(images)?.map(deliveredPath))]
}

/** Each group in one list, or in a list of its own. Undefined when none is mentioned. */
function readGroups(node: XmlNode): string[] | undefined {
  const lists = node.childrenNamed("Группы")
  return lists.length === 0 ? undefined : readTexts(lists.flatMap((list) => list.childrenNamed("Ид")))
}

/** Characteristics of an offer as name → value; undefined when not mentioned. */
export function readCharacteristics(node: XmlNode): { name: string; value: string }[] | undefined {
  return node
    .list("ХарактеристикиТовара", "ХарактеристикаТовара")
    ?.map((row) => ({ name: row.textOf("Наименование") ?? "", value: row.textOf("Значение") ?? "" }))
    .filter((row) => row.name !== "" && row.value !== "")
}

/** Values of properties, each literal or the Ид of a listed value; empty ones are not values. Undefined when not mentioned. */
export function readPropertyValues(node: XmlNode, subject: string, context: PackageContext): ErpProduct["properties"] {
  return node.list("ЗначенияСвойств", "ЗначенияСвойства")?.flatMap((row) => {
    const id = readExternalId(row.textOf("Ид"), `property of ${subject}`, context.sink)
    const values = readTexts([...row.childrenNamed("ИдЗначения"), ...row.childrenNamed("Значение")]) ?? []
    return id === null ? [] : values.map((value) => ({ property_external_id: id, value }))
  })
}

function readVat(node: XmlNode, id: string, context: PackageContext): string | null | undefined {
  const taxes = node.list("СтавкиНалогов", "СтавкаНалога")
  const vat = taxes?.find((tax) => tax.textOf("Наименование")?.toUpperCase() === "НДС") ?? taxes?.[0]
  if (!vat) {
    return undefined
  }
  const written = vat.textOf("Ставка") ?? ""
  const rate = parseVatRate(written)
  if (rate === undefined) {
    context.sink.problem("vat_rate_invalid", `The VAT rate ${quote(written)} of the product ${id} is unreadable`, id)
  }
  return rate
}

/** Requisites, with what other schemas say in elements of their own. */
function readProductRequisites(node: XmlNode): Map<string, string> | undefined {
  const requisites = readRequisites(node) ?? new Map<string, string>()
  for (const [element, name] of ELEMENTS_AS_REQUISITES) {
    const value = node.textOf(element)
    if (value && !requisites.has(name)) {
      requisites.set(name, value)
    }
  }
  return requisites.size > 0 || node.child("ЗначенияРеквизитов") ? requisites : undefined
}
