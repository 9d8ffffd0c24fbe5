import type { Group } from "./assortment"
import type { Product } from "./product"
import { at, guid, PURPOSE } from "./random"
import type { Supplier } from "./supplier"

/** What belongs to a product, as the cards package has it. */
export interface Relations {
  product_external_id: string
  relation: "related" | "analogue" | "accessory"
  to_external_ids: string[]
  is_mutual: boolean
}

/** A document as the cards package has it, with the words of its file. */
export interface CardDocument {
  external_id: string
  kind: "certificate" | "instruction"
  title: string
  title_en: string
  number: string | null
  valid_until: string | null
  file: string
  product_external_ids: string[]
  group_external_ids: string[]
}

/** Products that somebody in the supplier's office has got round to. */
const TOLD_PRODUCTS = 400
const OTHERS = 4
/** Kinds of goods that have an instruction. */
const INSTRUCTIONS = 20
/** Each certificate is that of so many products. */
const CERTIFIED = 40
const YEAR_MS = 365 * 86_400_000

/**
 * Analogues are of the same kind of goods and know of each other; beside every other product stands one of another kind, and an accessory of a third.
 * The same supplier says the same, whatever round it is in.
 */
export function relations(supplier: Supplier): Relations[] {
  const products = toldProducts(supplier)
  const kindOf = ({ shelf }: Product) => shelf?.kind.group ?? ""
  return products.flatMap((product, place) => {
    const siblings = products
      .slice(place + 1)
      .filter((other) => kindOf(other) === kindOf(product))
      .slice(0, OTHERS)
    const others = [1, 2, 3].map((step) => at(products, place + step * 17)).filter((other) => kindOf(other) !== kindOf(product))
    return [
      row(product, "analogue", siblings, true),
      row(product, "related", place % 2 === 0 ? others.slice(0, 2) : [], false),
      row(product, "accessory", place % 2 === 0 ? others.slice(2) : [], false),
    ].filter(({ to_external_ids }) => to_external_ids.length > 0)
  })
}

/** An instruction for each of the first kinds of goods, one file for all its products, and certificates of some forty products each, one of which is over. */
export function cardDocuments(supplier: Supplier): CardDocument[] {
  const kinds = supplier.assortment.groups.flatMap(({ children }) => children).slice(0, INSTRUCTIONS)
  const instructions = kinds.map((group, place) => instruction(supplier, group, place))
  const products = toldProducts(supplier)
  const certificates = Array.from({ length: Math.ceil(products.length / CERTIFIED) }, (_, place) =>
    certificate(supplier, products.slice(place * CERTIFIED, (place + 1) * CERTIFIED), place)
  )
  return [...instructions, ...certificates]
}

function toldProducts(supplier: Supplier): Product[] {
  return Array.from({ length: Math.min(TOLD_PRODUCTS, supplier.config.products) }, (_, index) => supplier.product(index))
}

function row({ id }: Product, relation: Relations["relation"], others: Product[], is_mutual: boolean): Relations {
  return { product_external_id: id, relation, to_external_ids: others.map((other) => other.id), is_mutual }
}

function instruction({ config }: Supplier, group: Group, place: number): CardDocument {
  const external_id = guid(config.seed, PURPOSE.instruction, place)
  return {
    ...{ external_id, kind: "instruction", title: `${group.name}: руководство по эксплуатации`, title_en: "Operating instructions" },
    ...{ number: null, valid_until: null, file: `document_files/${external_id}.pdf` },
    ...{ product_external_ids: [], group_external_ids: [group.id] },
  }
}

function certificate({ config }: Supplier, products: Product[], place: number): CardDocument {
  const external_id = guid(config.seed, PURPOSE.certificate, place)
  const until = Date.parse(`${config.asOf.slice(0, 10)}T00:00:00Z`) + (place === 1 ? -1 : 1 + (place % 4)) * YEAR_MS
  return {
    ...{ external_id, kind: "certificate", title: "Сертификат соответствия", title_en: "Certificate of conformity" },
    ...{ number: `ЕАЭС RU С-RU.АБ12.В.${String(place + 1).padStart(5, "0")}/26`, valid_until: new Date(until).toISOString().slice(0, 10) },
    ...{ file: `document_files/${external_id}.pdf`, product_external_ids: products.map(({ id }) => id), group_external_ids: [] },
  }
}
