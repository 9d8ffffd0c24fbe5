import type { ErpPackage } from "@kontor/framework"
import { mapGroup, mapPriceType, mapProperty, mapUnit, mapWarehouse } from "./map/classifier"
import type { PackageContext } from "./map/context"
import { mapContainer, mapDocument } from "./map/document"
import { mapLegalEntity } from "./map/legal-entity"
import { mapOffer } from "./map/offer"
import { mapProduct } from "./map/product"
import type { XmlNode } from "./xml/node"

/** Reads one whole item and adds its records. */
export type ItemMapper = (node: XmlNode, context: PackageContext) => void

/** An element that is walked through; what is inside goes on as a stream. */
export interface Section {
  kind: "section"
  /** The section opens a package of that content. */
  content?: ErpPackage["content"]
  /** What may be inside, by local name. The rest is skipped. */
  children: ReadonlyMap<string, Section | Item | Header>
}

/** An element that is gathered into a small tree and given to its mapper. */
export interface Item {
  kind: "item"
  map: ItemMapper
  /** An item that opens its own package, once a file. */
  content?: ErpPackage["content"]
}

/** A short element that describes the package around it. */
export interface Header {
  kind: "header"
}

const HEADER: Header = { kind: "header" }

function item(map: ItemMapper, content?: ErpPackage["content"]): Item {
  return { kind: "item", map, content }
}

function section(children: Record<string, Section | Item | Header>, content?: ErpPackage["content"]): Section {
  return { kind: "section", children: new Map(Object.entries(children)), content }
}

const HEADERS = { Ид: HEADER, СодержитТолькоИзменения: HEADER }

/** Lists that a classifier and a package of offers share. */
const REFERENCE_LISTS = {
  Свойства: section({ Свойство: item(mapProperty), СвойствоНоменклатуры: item(mapProperty) }),
  ТипыЦен: section({ ТипЦены: item(mapPriceType) }),
  Склады: section({ Склад: item(mapWarehouse) }),
  ЕдиницыИзмерения: section({ ЕдиницаИзмерения: item(mapUnit) }),
}

const CLASSIFIER = section({ ...HEADERS, ...REFERENCE_LISTS, Группы: section({ Группа: item(mapGroup) }) }, "classifier")
const CATALOG = section({ ...HEADERS, Товары: section({ Товар: item(mapProduct) }) }, "catalog")
const OFFERS = section({ ...HEADERS, ...REFERENCE_LISTS, Предложения: section({ Предложение: item(mapOffer) }) }, "offers")
const PARTNERS = section({ Контрагент: item(mapLegalEntity) }, "partners")
const DOCUMENTS = { Документ: item(mapDocument, "documents"), Контейнер: item(mapContainer, "documents") }

/** Name of the root of every whole package. */
export const ROOT_NAME = "КоммерческаяИнформация"

const ROOT = section({
  Классификатор: CLASSIFIER,
  Каталог: CATALOG,
  ПакетПредложений: OFFERS,
  ИзмененияПакетаПредложений: OFFERS,
  Контрагенты: PARTNERS,
  Документы: section(DOCUMENTS),
  Справочник: section({}, "reference"),
  ...DOCUMENTS,
})

/** What a file may begin with. Some senders deliver the classifier alone, without the root. */
export const LAYOUT = section({ [ROOT_NAME]: ROOT, Классификатор: CLASSIFIER })
