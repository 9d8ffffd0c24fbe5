import { offerName, type ProductCard } from "../generate/card"
import type { Offer, Product } from "../generate/product"
import { UNITS } from "../generate/product"
import { guid, PURPOSE } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import { tenthsToText } from "../generate/terms"
import * as common from "./common"
import { type PackageOptions, type Packet, portionsOf, type Tally } from "./packet"
import { block, CLOSE_DOCUMENT, leaf, openDocument, requisitesXml, versionXml } from "./xml"

/**
 * Files of client B, the 1C-Bitrix extension: every aspect in a file of its own, version and deletion mark in every object.
 * `b` is the older one (schema 2.09), `b3` the newer (schema 3.1).
 */
export type ClientB = "b" | "b3"

const versioned: common.AfterId = (position) => versionXml(position, false)

/** `import___<guid>.xml` of the older client, `goods_1_2_<guid>.xml` of the newer. */
function filenameOf(supplier: Supplier, client: ClientB, aspect: string, number: number): string {
  const id = guid(supplier.config.seed, PURPOSE.file, supplier.config.round, number * 100 + aspect.length)
  return client === "b" ? `${aspect}___${id}.xml` : `${aspect}_1_${number}_${id}.xml`
}

export interface FileOfB {
  aspect: string
  number: number
  type?: Packet["type"]
  /** What stands under the root. */
  body: (tally: Tally) => Iterable<string>
}

/** Wraps the body of a file into its document and names it. */
export function packetB(options: Pick<PackageOptions, "supplier" | "encoding">, client: ClientB, file: FileOfB): Packet {
  const { supplier, encoding } = options
  return {
    type: file.type ?? "catalog",
    filename: filenameOf(supplier, client, file.aspect, file.number),
    encoding,
    *write(tally) {
      yield openDocument(client === "b" ? "2.09" : "3.1", encoding, supplier.config.asOf)
      yield* file.body(tally)
      yield CLOSE_DOCUMENT
    },
  }
}

function classifierXml(supplier: Supplier, onlyChanged: boolean, parts: string): string {
  const head = `${leaf("Ид", supplier.catalogId)}${leaf("Наименование", "Каталог товаров")}${common.ownerXml(supplier)}`
  return `<Классификатор СодержитТолькоИзменения="${onlyChanged}">${head}${parts}</Классификатор>\n`
}

function unitsXml(): string {
  const rows = Object.values(UNITS).map((unit, i) => {
    const names = `${leaf("НаименованиеКраткое", unit.name)}${leaf("Код", unit.code)}${leaf("НаименованиеПолное", unit.fullName)}`
    return block("ЕдиницаИзмерения", `${leaf("Ид", unit.code)}${versioned(i + 1)}${names}`)
  })
  return block("ЕдиницыИзмерения", rows.join(""))
}

function goodsXml(supplier: Supplier, client: ClientB, product: Product): string {
  const card = supplier.card(product)
  const version = versionXml(product.index, supplier.isDeleted(product.index))
  const barcode = product.offers.length > 1 ? "" : (product.offers[0]?.barcode ?? "")
  const codes = `${leaf("Ид", product.id)}${version}${leaf("Штрихкод", barcode)}${leaf("Артикул", product.article)}${leaf("Наименование", card.name)}`
  const unit = client === "b" ? common.baseUnitXml(product) : leaf("БазоваяЕдиница", product.baseUnit.code)
  const values = `${common.propertyValuesXml(card)}${common.taxXml(card)}${requisitesXml(card.requisites)}`
  return block("Товар", `${codes}${unit}<Группы>${leaf("Ид", card.groupId)}</Группы>${leaf("Описание", card.description)}${values}`)
}

function goodsFile(options: PackageOptions, client: ClientB, indexes: readonly number[], number: number): Packet {
  const { supplier, onlyChanged } = options
  const isPartial = onlyChanged || number > 1
  const ids = `${leaf("Ид", supplier.catalogId)}${leaf("ИдКлассификатора", supplier.catalogId)}${leaf("Наименование", "Каталог товаров")}`
  function* body(tally: Tally): Generator<string> {
    if (client === "b" && number === 1) {
      const lists = `${common.groupsXml(supplier, versioned)}${common.propertiesXml(supplier, versioned)}`
      const terms = `${common.priceTypesXml(supplier, versioned)}${common.warehousesXml(supplier, versioned)}${unitsXml()}`
      yield classifierXml(supplier, onlyChanged, `${lists}${terms}`)
    }
    yield `<Каталог СодержитТолькоИзменения="${isPartial}">${ids}<Товары>\n`
    for (const index of indexes) {
      yield goodsXml(supplier, client, supplier.product(index))
      tally.products++
    }
    yield "</Товары></Каталог>\n"
  }
  return packetB(options, client, { aspect: client === "b" ? "import" : "goods", number, body })
}

type WriteOffer = (product: Product, offer: Offer, card: () => ProductCard, tally: Tally) => string

function offerWriter(supplier: Supplier, aspect: "offers" | "prices" | "rests"): WriteOffer {
  const prices = common.pricesWriter(supplier, "b")
  switch (aspect) {
    case "offers":
      return (product, offer, card, tally) => {
        tally.offers++
        const codes = `${versionXml(product.index, false)}${leaf("Штрихкод", offer.barcode)}${leaf("Артикул", product.article)}`
        return `${leaf("Ид", offer.id)}${codes}${leaf("Наименование", offerName(card(), offer))}${common.characteristicsXml(offer)}`
      }
    case "prices":
      return (product, offer, _, tally) => {
        const { xml, count } = prices(product, offer)
        tally.prices += count
        return `${leaf("Ид", offer.id)}${xml}`
      }
    case "rests":
      return (product, offer, _, tally) => {
        tally.stocks += supplier.warehouses.length
        const rows = supplier.stock(product, offer).map((tenths, i) => {
          const warehouse = leaf("Ид", supplier.warehouses[i]?.id ?? "")
          return `<Остаток><Склад>${warehouse}<Количество>${tenthsToText(tenths)}</Количество></Склад></Остаток>`
        })
        return `${leaf("Ид", offer.id)}<Остатки>${rows.join("")}</Остатки>`
      }
  }
}

function offersFile(
  options: PackageOptions,
  client: ClientB,
  aspect: "offers" | "prices" | "rests",
  indexes: readonly number[],
  number: number
): Packet {
  const { supplier, onlyChanged } = options
  const writeOffer = offerWriter(supplier, aspect)
  const ids = `${leaf("Ид", `${supplier.catalogId}#`)}${leaf("Наименование", "Пакет предложений")}${leaf("ИдКаталога", supplier.catalogId)}`
  function* body(tally: Tally): Generator<string> {
    yield `<ПакетПредложений СодержитТолькоИзменения="${onlyChanged || number > 1}">${ids}<Предложения>\n`
    for (const index of indexes) {
      if (!supplier.isDeleted(index)) {
        const product = supplier.product(index)
        let card: ProductCard | undefined
        for (const offer of product.offers) {
          yield block(
            "Предложение",
            writeOffer(product, offer, () => (card ??= supplier.card(product)), tally)
          )
        }
      }
    }
    yield "</Предложения></ПакетПредложений>\n"
  }
  return packetB(options, client, { aspect, number, body })
}

/** Lists of the newer client, each a classifier with one part. */
function listFiles(options: PackageOptions): Packet[] {
  const { supplier, onlyChanged } = options
  const lists: [string, () => string][] = [
    ["groups", () => common.groupsXml(supplier, versioned)],
    ["units", unitsXml],
    ["propertiesGoods", () => common.propertiesXml(supplier, versioned)],
    ["priceLists", () => common.priceTypesXml(supplier, versioned)],
    ["storages", () => common.warehousesXml(supplier, versioned)],
  ]
  return lists.map(([aspect, xml]) =>
    packetB(options, "b3", { aspect, number: 1, body: () => [classifierXml(supplier, onlyChanged, xml())] })
  )
}

/** One aspect of all products, or of those that the round changed, in portions. */
export function aspectPacketsB(options: PackageOptions, client: ClientB, aspect: "goods" | "offers" | "prices" | "rests"): Packet[] {
  const portions = portionsOf(options.supplier.indexes(options.onlyChanged), options.portion)
  return portions.map((indexes, i) =>
    aspect === "goods" ? goodsFile(options, client, indexes, i + 1) : offersFile(options, client, aspect, indexes, i + 1)
  )
}

/** The whole catalogue, or what the round changed, in the order in which the extension sends it. */
export function catalogPacketsB(options: PackageOptions, client: ClientB): Packet[] {
  const aspects = (["goods", "offers", "prices", "rests"] as const).flatMap((aspect) => aspectPacketsB(options, client, aspect))
  return client === "b3" ? [...listFiles(options), ...aspects] : aspects
}
