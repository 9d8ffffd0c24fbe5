import type { Assortment, Shelf } from "./assortment"
import { eanCheckDigit } from "./checksums"
import type { SupplierConfig } from "./config"
import { shelfPrice } from "./money"
import { at, guid, PURPOSE, RandomStream } from "./random"
import { COLOURS, SIZES } from "./vocabulary/words"

/** A unit of the All-Russian classifier. */
export interface Unit {
  code: string
  name: string
  fullName: string
  international: string
}

export const UNITS = {
  piece: { code: "796", name: "шт", fullName: "Штука", international: "PCE" },
  set: { code: "839", name: "компл", fullName: "Комплект", international: "SET" },
  metre: { code: "006", name: "м", fullName: "Метр", international: "MTR" },
  kilogram: { code: "166", name: "кг", fullName: "Килограмм", international: "KGM" },
  pack: { code: "778", name: "упак", fullName: "Упаковка", international: "NMP" },
} as const satisfies Record<string, Unit>

const PACK_SIZES = { piece: [2, 5, 6, 10, 12, 20, 24, 50], set: [2, 4, 5], metre: [10, 50, 100], kilogram: [5, 20, 25] } as const

/** Nobody packs goods heavier than this by the dozen. Grams. */
const HEAVY = 2_500
const HEAVY_PACK_SIZES = [2, 4]

function packSizeOf(shelf: Shelf | null, random: RandomStream): number | null {
  if (shelf === null || !random.chance(0.6)) {
    return null
  }
  return random.pick<number>(shelf.kind.weight[1] > HEAVY ? HEAVY_PACK_SIZES : PACK_SIZES[shelf.kind.unit])
}

export interface Characteristic {
  name: string
  value: string
}

/** What is priced, stocked and ordered: the product itself, or one combination of its characteristics. */
export interface Offer {
  /** "guid" or "guid#guid". */
  id: string
  characteristics: Characteristic[]
  barcode: string
  /** Retail price in kopecks before any round of changes. */
  retail: number
  /** Position among the product's offers. */
  position: number
}

/** All of a product that prices, stock and orders need; the words are in {@link ProductCard}. */
export interface Product {
  index: number
  id: string
  article: string
  /** Null for a service. */
  shelf: Shelf | null
  baseUnit: Unit
  /** Base units in a pack; null when there is no pack. */
  packSize: number | null
  /** Step of sale in base units, null when any quantity goes. */
  multiplicity: string | null
  minimum: string | null
  offers: Offer[]
}

/** One product in a thousand is a service; the first comes early, so that a small supplier has one too. */
function isService(index: number): boolean {
  return index % 997 === 41
}

/** Ten numbers are kept for each product, so that its characteristics have barcodes of their own. */
function barcode(index: number, position: number): string {
  const digits = `46${String(70_000_000 + index * 10 + position).padStart(10, "0")}`
  return digits + eanCheckDigit(digits)
}

function retailPrice(shelf: Shelf | null, random: RandomStream): number {
  const [from, to] = shelf?.kind.price ?? [300, 5_000]
  const position = random.next() / 0x1_0000_0000
  return shelfPrice(Math.round(from * 100 * (to / from) ** position))
}

/** About one product in ten comes in two to six colours or sizes. */
function characteristicSets(shelf: Shelf | null, random: RandomStream): Characteristic[][] {
  if (shelf?.kind.unit !== "piece" || !random.chance(0.1)) {
    return []
  }
  const [name, values] = /^(Костюм|Ботинки)/.test(shelf.kind.group) ? (["Размер", SIZES] as const) : (["Цвет", COLOURS] as const)
  const count = random.integer(2, 6)
  const first = random.next()
  return Array.from({ length: count }, (_, i) => [{ name, value: at(values, first + i) }])
}

function saleStep(shelf: Shelf | null, packSize: number | null, random: RandomStream): Pick<Product, "multiplicity" | "minimum"> {
  if (shelf?.kind.unit === "kilogram" && packSize === null) {
    return { multiplicity: "0.5", minimum: "1" }
  }
  if (packSize === null || !random.chance(0.45)) {
    return { multiplicity: null, minimum: random.chance(0.05) ? "3" : null }
  }
  return { multiplicity: String(packSize), minimum: random.chance(0.3) ? String(packSize * random.integer(2, 3)) : null }
}

/** Makes product `index` by itself: the others need not exist. */
export function buildProduct(config: SupplierConfig, assortment: Assortment, index: number): Product {
  const random = new RandomStream(config.seed, PURPOSE.product, index)
  const id = guid(config.seed, PURPOSE.product, index)
  const shelf = isService(index) ? null : random.pick(assortment.shelves)
  const retail = retailPrice(shelf, random)
  const sets = characteristicSets(shelf, random)
  const unit = shelf?.kind.unit ?? "piece"
  const packSize = packSizeOf(shelf, random)
  const article = `${shelf?.brand.code ?? "SV"}-${10_000 + index}-${10 + (random.next() % 90)}`
  const offers = sets.map((characteristics, i) => ({
    id: `${id}#${guid(config.seed, PURPOSE.characteristic, index, i + 1)}`,
    characteristics,
    barcode: barcode(index, i + 1),
    retail: shelfPrice(Math.round(retail * (1 + i / 50))),
    position: i,
  }))
  const plain = { id, characteristics: [], barcode: barcode(index, 0), retail, position: 0 }
  return {
    index,
    id,
    article,
    shelf,
    baseUnit: UNITS[unit],
    packSize,
    ...saleStep(shelf, packSize, random),
    offers: offers.length > 0 ? offers : [plain],
  }
}
