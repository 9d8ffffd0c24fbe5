import type { Product } from "../generate/product"
import type { Supplier } from "../generate/supplier"
import { offerName } from "../generate/card"
import {
  baseUnitXml,
  characteristicsXml,
  groupsXml,
  nothingAfterId,
  ownerXml,
  priceTypesXml,
  pricesWriter,
  propertiesXml,
  propertyValuesXml,
  stockRows,
  taxXml,
  warehousesXml,
  type WritePrices,
} from "./common"
import { type PackageOptions, type Packet, portionsOf, type Tally } from "./packet"
import { block, CLOSE_DOCUMENT, leaf, openDocument, requisitesXml } from "./xml"

/** Files of client A, the exchange built into «Управление торговлей»: schema 2.07, everything about an offer in one file. */
const SCHEMA = "2.07"

function classifierXml(supplier: Supplier): string {
  const head = `${leaf("Ид", supplier.catalogId)}${leaf("Наименование", "Классификатор (Каталог товаров)")}${ownerXml(supplier)}`
  return block("Классификатор", `${head}${groupsXml(supplier, nothingAfterId)}${propertiesXml(supplier, nothingAfterId)}`)
}

function productXml(supplier: Supplier, product: Product, onlyChanged: boolean): string {
  const card = supplier.card(product)
  const isDeleted = supplier.isDeleted(product.index)
  const status = isDeleted ? ' Статус="Удален"' : onlyChanged ? ' Статус="Изменен"' : ""
  const barcode = product.offers.length > 1 ? "" : (product.offers[0]?.barcode ?? "")
  const codes = `${leaf("Ид", product.id)}${leaf("Штрихкод", barcode)}${leaf("Артикул", product.article)}${leaf("Наименование", card.name)}`
  const body =
    `${baseUnitXml(product)}<Группы>${leaf("Ид", card.groupId)}</Группы>${leaf("Описание", card.description)}` +
    `${propertyValuesXml(card)}${taxXml(card)}${requisitesXml(card.requisites)}`
  return `<Товар${status}>${codes}${body}</Товар>\n`
}

/** `number` counts the portions from 1: the classifier goes into the first, and only the first of a full export calls itself full. */
function importPacket(options: PackageOptions, indexes: readonly number[], number: number): Packet {
  const { supplier, encoding, onlyChanged } = options
  const isPartial = onlyChanged || number > 1
  return {
    type: "catalog",
    filename: `import0_${number}.xml`,
    encoding,
    *write(tally: Tally) {
      yield openDocument(SCHEMA, encoding, supplier.config.asOf)
      if (number === 1) {
        yield classifierXml(supplier)
      }
      const ids = `${leaf("Ид", supplier.catalogId)}${leaf("ИдКлассификатора", supplier.catalogId)}`
      yield `<Каталог СодержитТолькоИзменения="${isPartial}">${ids}${leaf("Наименование", "Каталог товаров")}${ownerXml(supplier)}<Товары>\n`
      for (const index of indexes) {
        yield productXml(supplier, supplier.product(index), onlyChanged)
        tally.products++
      }
      yield `</Товары></Каталог>\n${CLOSE_DOCUMENT}`
    },
  }
}

function packageHeadXml(supplier: Supplier): string {
  const ids = `${leaf("Ид", `${supplier.catalogId}#`)}${leaf("Наименование", "Пакет предложений (Каталог товаров)")}`
  return `${ids}${leaf("ИдКаталога", supplier.catalogId)}${leaf("ИдКлассификатора", supplier.catalogId)}`
}

/** 1C offers the base item too, with no stock, when a product is sold by characteristics. */
function baseItemXml(supplier: Supplier, product: Product, name: string): string {
  const { total, rows } = stockRows(
    supplier,
    supplier.warehouses.map(() => 0)
  )
  const codes = `${leaf("Ид", product.id)}${leaf("Артикул", product.article)}${leaf("Наименование", name)}`
  return block("Предложение", `${codes}${baseUnitXml(product)}${leaf("Количество", total)}${rows}`)
}

function* offersOf(supplier: Supplier, product: Product, prices: WritePrices, tally: Tally): Generator<string> {
  const card = supplier.card(product)
  if (product.offers.length > 1) {
    yield baseItemXml(supplier, product, card.name)
    tally.offers++
    tally.stocks += supplier.warehouses.length
  }
  const unit = baseUnitXml(product)
  for (const offer of product.offers) {
    const { xml, count } = prices(product, offer)
    const stock = supplier.stock(product, offer)
    const { total, rows } = stockRows(supplier, stock)
    const codes = `${leaf("Ид", offer.id)}${leaf("Штрихкод", offer.barcode)}${leaf("Артикул", product.article)}`
    const name = leaf("Наименование", offerName(card, offer))
    yield block("Предложение", `${codes}${name}${unit}${characteristicsXml(offer)}${xml}${leaf("Количество", total)}${rows}`)
    tally.offers++
    tally.prices += count
    tally.stocks += stock.length
  }
}

function offersPacket(options: PackageOptions, indexes: readonly number[], number: number): Packet {
  const { supplier, encoding, onlyChanged } = options
  const prices = pricesWriter(supplier, "a")
  return {
    type: "catalog",
    filename: `offers0_${number}.xml`,
    encoding,
    *write(tally: Tally) {
      yield openDocument(SCHEMA, encoding, supplier.config.asOf)
      yield `<ПакетПредложений СодержитТолькоИзменения="${onlyChanged || number > 1}">${packageHeadXml(supplier)}${ownerXml(supplier)}`
      yield `${priceTypesXml(supplier, nothingAfterId)}${warehousesXml(supplier, nothingAfterId)}<Предложения>\n`
      for (const index of indexes) {
        if (!supplier.isDeleted(index)) {
          yield* offersOf(supplier, supplier.product(index), prices, tally)
        }
      }
      yield `</Предложения></ПакетПредложений>\n${CLOSE_DOCUMENT}`
    },
  }
}

/** The whole catalogue, or what the round changed: all files with goods first, then all files with offers. */
export function catalogPacketsA(options: PackageOptions): Packet[] {
  const portions = portionsOf(options.supplier.indexes(options.onlyChanged), options.portion)
  return [
    ...portions.map((indexes, i) => importPacket(options, indexes, i + 1)),
    ...portions.map((indexes, i) => offersPacket(options, indexes, i + 1)),
  ]
}

function quickPacket(options: PackageOptions, aspect: "prices" | "stock", indexes: readonly number[], number: number): Packet {
  const { supplier, encoding } = options
  const prices = pricesWriter(supplier, "a")
  return {
    type: "catalog",
    filename: `offers0_${number}.xml`,
    encoding,
    *write(tally: Tally) {
      yield openDocument(SCHEMA, encoding, supplier.config.asOf)
      yield `<ИзмененияПакетаПредложений>${packageHeadXml(supplier)}<Предложения>\n`
      for (const product of indexes.filter((index) => !supplier.isDeleted(index)).map((index) => supplier.product(index))) {
        for (const offer of product.offers) {
          const [item = "", characteristic] = offer.id.split("#")
          const ids = `${leaf("Ид", item)}${characteristic === undefined ? "" : leaf("ИдХарактеристики", characteristic)}`
          if (aspect === "prices") {
            const { xml, count } = prices(product, offer)
            yield block("Предложение", `${ids}${xml}`)
            tally.prices += count
          } else {
            const { total, rows } = stockRows(supplier, supplier.stock(product, offer))
            yield block("Предложение", `${ids}${leaf("Количество", total)}${rows}`)
            tally.stocks += supplier.warehouses.length
          }
          tally.offers++
        }
      }
      yield `</Предложения></ИзмененияПакетаПредложений>\n${CLOSE_DOCUMENT}`
    },
  }
}

/** The quick update of prices or of stock alone: ids of item and characteristic apart, no names. */
export function aspectPacketsA(options: PackageOptions, aspect: "prices" | "stock"): Packet[] {
  const portions = portionsOf(options.supplier.indexes(options.onlyChanged), options.portion)
  return portions.map((indexes, i) => quickPacket(options, aspect, indexes, i + 1))
}
