import type { Group, Property } from "../generate/assortment"
import type { ProductCard } from "../generate/card"
import { kopecksToText } from "../generate/money"
import type { Offer, Product, Unit } from "../generate/product"
import type { Supplier } from "../generate/supplier"
import { type PriceType, tenthsToText, type Warehouse } from "../generate/terms"
import { block, escapeXml, leaf } from "./xml"

/** Pieces of XML that both clients write alike. */

/** Puts something after an object's id: client B writes version and deletion mark there, client A nothing. */
export type AfterId = (position: number) => string

export const nothingAfterId: AfterId = () => ""

export function ownerXml(supplier: Supplier): string {
  const [owner] = supplier.ownEntities()
  if (owner === undefined) {
    return ""
  }
  const names = `${leaf("Наименование", owner.name)}${leaf("ОфициальноеНаименование", owner.name)}`
  return block("Владелец", `${leaf("Ид", owner.external_id)}${names}${leaf("ИНН", owner.inn ?? "")}${leaf("КПП", owner.kpp ?? "")}`)
}

function groupXml(group: Group, afterId: AfterId, counter: { next: number }): string {
  const position = counter.next++
  const children = group.children.map((child) => groupXml(child, afterId, counter)).join("")
  const nested = children === "" ? "" : `<Группы>${children}</Группы>`
  return block("Группа", `${leaf("Ид", group.id)}${afterId(position)}${leaf("Наименование", group.name)}${nested}`)
}

export function groupsXml(supplier: Supplier, afterId: AfterId): string {
  const counter = { next: 1 }
  return block("Группы", supplier.assortment.groups.map((group) => groupXml(group, afterId, counter)).join(""))
}

function propertyXml(property: Property, extra: string): string {
  const values = property.values.map(({ id, value }) => `<Справочник>${leaf("ИдЗначения", id)}${leaf("Значение", value)}</Справочник>`)
  const listed = values.length === 0 ? "" : `<ВариантыЗначений>${values.join("")}</ВариантыЗначений>`
  const type = property.isReference ? "Справочник" : "Строка"
  return block("Свойство", `${leaf("Ид", property.id)}${extra}${leaf("Наименование", property.name)}${leaf("ТипЗначений", type)}${listed}`)
}

export function propertiesXml(supplier: Supplier, afterId: AfterId): string {
  return block("Свойства", supplier.assortment.properties.map((property, i) => propertyXml(property, afterId(i + 1))).join(""))
}

function priceTypeXml(type: PriceType, extra: string): string {
  const tax = "<Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Акциз>false</Акциз></Налог>"
  return block("ТипЦены", `${leaf("Ид", type.id)}${extra}${leaf("Наименование", type.name)}<Валюта>RUB</Валюта>${tax}`)
}

export function priceTypesXml(supplier: Supplier, afterId: AfterId): string {
  return block("ТипыЦен", supplier.priceTypes.map((type, i) => priceTypeXml(type, afterId(i + 1))).join(""))
}

export function warehousesXml(supplier: Supplier, afterId: AfterId): string {
  const one = (warehouse: Warehouse, i: number): string =>
    block("Склад", `${leaf("Ид", warehouse.id)}${afterId(i + 1)}${leaf("Наименование", warehouse.name)}`)
  return block("Склады", supplier.warehouses.map(one).join(""))
}

function unitAttributes(unit: Unit): string {
  return `Код="${unit.code}" НаименованиеПолное="${escapeXml(unit.fullName)}" МеждународноеСокращение="${unit.international}"`
}

/** 1C names the base unit itself with coefficient 1, then the packing. */
export function baseUnitXml(product: Product): string {
  const recount = (code: string, coefficient: number): string =>
    `<Пересчет><Единица>${code}</Единица><Коэффициент>${coefficient}</Коэффициент></Пересчет>`
  const pack = product.packSize === null ? "" : recount("778", product.packSize)
  return `<БазоваяЕдиница ${unitAttributes(product.baseUnit)}>${recount(product.baseUnit.code, 1)}${pack}</БазоваяЕдиница>`
}

export function taxXml(card: ProductCard): string {
  return block("СтавкиНалогов", `<СтавкаНалога><Наименование>НДС</Наименование>${leaf("Ставка", card.vat ?? "Без НДС")}</СтавкаНалога>`)
}

export function propertyValuesXml(card: ProductCard): string {
  const rows = card.properties.map(({ id, value }) => `<ЗначенияСвойства>${leaf("Ид", id)}${leaf("Значение", value)}</ЗначенияСвойства>`)
  return rows.length === 0 ? "" : block("ЗначенияСвойств", rows.join(""))
}

export function characteristicsXml(offer: Offer): string {
  const rows = offer.characteristics.map(
    ({ name, value }) => `<ХарактеристикаТовара>${leaf("Наименование", name)}${leaf("Значение", value)}</ХарактеристикаТовара>`
  )
  return rows.length === 0 ? "" : `<ХарактеристикиТовара>${rows.join("")}</ХарактеристикиТовара>`
}

export type WritePrices = (product: Product, offer: Offer) => { xml: string; count: number }

/**
 * Writes «Цены» of one offer after another: client A names the unit and its coefficient, client B puts the price into words.
 * Most bytes of an exchange are prices, so everything that does not depend on the offer is prepared once.
 */
export function pricesWriter(supplier: Supplier, client: "a" | "b"): WritePrices {
  const types = supplier.priceTypes.map((type) => `<ИдТипаЦены>${type.id}</ИдТипаЦены><ЦенаЗаЕдиницу>`)
  return (product, offer) => {
    const unit = product.baseUnit.name
    const end = client === "a" ? `<Валюта>руб</Валюта><Единица>${unit}</Единица><Коэффициент>1</Коэффициент>` : "<Валюта>RUB</Валюта>"
    let xml = "<Цены>"
    let count = 0
    const add = (kopecks: number, type: number, unitName: string, unitXml: string) => {
      const amount = kopecksToText(kopecks)
      const words = client === "a" ? "" : `<Представление>${amount} RUB за ${unitName}</Представление>`
      xml += `<Цена>${words}${types[type] ?? ""}${amount}</ЦенаЗаЕдиницу>${unitXml}</Цена>\n`
      count++
    }
    supplier.prices(product, offer).forEach((kopecks, i) => {
      if (kopecks !== null) {
        add(kopecks, i, unit, end)
        const pack = supplier.packPrice(product, kopecks, i)
        if (pack !== null) {
          add(pack, i, "упак", `<Валюта>RUB</Валюта><Единица>упак</Единица><Коэффициент>${product.packSize ?? 1}</Коэффициент>`)
        }
      }
    })
    return { xml: `${xml}</Цены>`, count }
  }
}

/** The sum over the warehouses and the rows `<Склад ИдСклада= КоличествоНаСкладе=/>` of client A. */
export function stockRows(supplier: Supplier, stock: readonly number[]): { total: string; rows: string } {
  const total = stock.reduce((sum, tenths) => sum + tenths, 0)
  const rows = stock.map(
    (tenths, i) => `<Склад ИдСклада="${supplier.warehouses[i]?.id ?? ""}" КоличествоНаСкладе="${tenthsToText(tenths)}"/>`
  )
  return { total: tenthsToText(total), rows: rows.join("") }
}
