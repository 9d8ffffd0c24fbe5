import { type Assortment, COMMON_PROPERTIES, LABELS } from "./assortment"
import type { SupplierConfig } from "./config"
import type { Offer, Product } from "./product"
import { at, PURPOSE, RandomStream } from "./random"
import type { Spec } from "./vocabulary/types"
import { DESCRIPTION_ENDINGS, DESCRIPTION_OPENINGS, SERVICES } from "./vocabulary/words"

/** The words of a product, as its card in 1C shows them. */
export interface ProductCard {
  name: string
  description: string
  groupId: string
  /** Percent; null = «Без НДС». */
  vat: "20" | "10" | null
  /** `value` is the id of an entry of 1C's list or a literal. */
  properties: { id: string; value: string }[]
  requisites: { name: string; value: string }[]
}

function serviceName(product: Product): string {
  return `${at(SERVICES, product.index)}, тариф ${1 + (product.index % 9)}`
}

/** "18 В, 2 А·ч" from the chosen values of a kind's features. */
function specWords(chosen: { spec: Spec; value: string }[]): string {
  return chosen.map(({ spec, value }) => (spec.unit === "" ? value : `${value} ${spec.unit}`)).join(", ")
}

function chooseValues(product: Product, random: RandomStream): { spec: Spec; value: string }[] {
  return (product.shelf?.kind.specs ?? []).map((spec) => ({ spec, value: random.pick(spec.values) }))
}

/** Of the features of a department a product has so many at most. */
const FEATURES_EACH = 10

/** Drawn apart, so that a supplier with features is otherwise the same. Every other one from a random place on, so that goods differ in what is known of them. */
function featureValues(config: SupplierConfig, product: Product): { spec: Spec; value: string }[] {
  const all = product.shelf?.features ?? []
  const random = new RandomStream(config.seed, PURPOSE.feature, product.index)
  const first = random.next() % 1_000
  return Array.from({ length: Math.min(FEATURES_EACH, Math.ceil(all.length / 2)) }, (_, place) => {
    const spec = at(all, first + 2 * place)
    return { spec, value: random.pick(spec.values) }
  })
}

function commonValues(product: Product, random: RandomStream): { spec: Spec; value: string }[] {
  const brand = product.shelf?.brand.name
  return brand === undefined
    ? []
    : COMMON_PROPERTIES.map((spec) => ({ spec, value: spec.property === "Бренд" ? brand : random.pick(spec.values) }))
}

function labelOf({ labelled }: SupplierConfig, { index }: Product): { spec: Spec; value: string }[] {
  return labelled > 0 && index % labelled === 0 ? [{ spec: LABELS, value: at(LABELS.values, index / labelled) }] : []
}

function weightInKilograms(product: Product, random: RandomStream): string | null {
  if (product.shelf === null) {
    return null
  }
  const [from, to] = product.shelf.kind.weight
  return String(random.integer(from, to) / 1000)
}

function requisites(product: Product, fullName: string, weight: string | null): ProductCard["requisites"] {
  const rows: [string, string | null][] = [
    ["ВидНоменклатуры", product.shelf === null ? "Услуга" : product.shelf.kind.group],
    ["ТипНоменклатуры", product.shelf === null ? "Услуга" : "Товар"],
    ["Полное наименование", fullName],
    ["Вес", weight],
    ["Кратность", product.multiplicity],
    ["МинимальноеКоличество", product.minimum],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

/** Every other round that touches a product rewrites its description too, so that a change package changes cards as well. */
function revisionMark(product: Product, revision: number): string {
  return revision > 0 && (product.index + revision) % 2 === 0 ? ` Редакция ${revision}.` : ""
}

/** Writes the card of a product as it is after the round `revision`. Its name follows the pattern «Дрель-шуруповёрт Кедр-Тех ДА-18-2 18 В, 2 А·ч». */
export function buildCard(config: SupplierConfig, assortment: Assortment, product: Product, revision: number): ProductCard {
  const random = new RandomStream(config.seed, PURPOSE.card, product.index)
  const chosen = chooseValues(product, random)
  const model =
    product.shelf === null ? "" : `${product.shelf.kind.model}-${random.integer(1, 99)}${random.pick(["", "М", "К", "Э", "-2"])}`
  const words = specWords(chosen)
  const plainName =
    product.shelf === null ? serviceName(product) : `${product.shelf.kind.noun} ${product.shelf.brand.name} ${model} ${words}`
  const name = config.renames && revision > 0 ? `${plainName}, выпуск ВП${revision}` : plainName
  const weight = weightInKilograms(product, random)
  const vatDraw = random.next() % 100
  const opening = random.pick(DESCRIPTION_OPENINGS)
  const ending = random.pick(DESCRIPTION_ENDINGS)
  const mark = revisionMark(product, revision)
  const own = [...commonValues(product, random), ...chosen, ...featureValues(config, product), ...labelOf(config, product)]
  const properties = own.flatMap(({ spec, value }) => {
    const property = assortment.propertyByName.get(spec.property)
    return property === undefined ? [] : [{ id: property.id, value: property.valueIds?.get(value) ?? value }]
  })
  return {
    name,
    description:
      product.shelf === null ? `${opening}${mark}` : `${opening} ${product.shelf.kind.noun} ${model}: ${words}. ${ending}${mark}`,
    groupId: (product.shelf?.group ?? assortment.services).id,
    vat: vatDraw < 93 ? "20" : vatDraw < 98 ? "10" : null,
    properties,
    requisites: requisites(product, `${name}, арт. ${product.article}`, weight),
  }
}

/** The name under which an offer is listed: the product's, with the characteristics in brackets. */
export function offerName(card: ProductCard, offer: Offer): string {
  return offer.characteristics.length === 0 ? card.name : `${card.name} (${offer.characteristics.map((each) => each.value).join(", ")})`
}
