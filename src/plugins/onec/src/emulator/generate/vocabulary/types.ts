/** A measured or listed feature of a kind of goods: its property and the values that occur. */
export interface Spec {
  /** As in 1C: "Напряжение, В", "Материал". */
  property: string
  /** Unit as it is shown in a product's name; empty for words. */
  unit: string
  /** Words come from a list kept in 1C (Справочник); numbers are literals (Число). */
  isReference: boolean
  values: readonly string[]
}

/** One kind of goods, and one group of the second level of the tree. */
export interface GoodsKind {
  /** Plural: the name of the group. */
  group: string
  /** Singular: the first words of a product's name. */
  noun: string
  /** Letters of the model code. */
  model: string
  /** Retail prices lie between these, in roubles. */
  price: readonly [number, number]
  /** Gross weight lies between these, in grams per base unit. */
  weight: readonly [number, number]
  specs: readonly Spec[]
  /** Sales unit other than pieces. */
  unit: "piece" | "set" | "metre" | "kilogram"
}

export interface Department {
  name: string
  kinds: readonly GoodsKind[]
}

/**
 * Reads "Напряжение, В: 12 18 20" (numbers, parted by spaces) or "Материал: сталь | медный сплав" (words, parted by bars).
 * Keeps the vocabulary readable as a list.
 */
export function spec(text: string): Spec {
  const colon = text.indexOf(":")
  const property = text.slice(0, colon).trim()
  const list = text.slice(colon + 1).trim()
  const isReference = list.includes("|")
  const comma = property.indexOf(", ")
  return {
    property,
    unit: comma < 0 ? "" : property.slice(comma + 2),
    isReference,
    values: isReference ? list.split("|").map((value) => value.trim()) : list.split(/\s+/),
  }
}

/** "2490-15900" → [2490, 15900]. */
function range(text: string): readonly [number, number] {
  const [from, to] = text.split("-").map(Number)
  if (from === undefined || to === undefined || !(from <= to)) {
    throw new RangeError(`"${text}" is not a range`)
  }
  return [from, to]
}

/** Builds one kind from a line: "group / noun / model / price range in roubles / weight range in grams", then its features. */
export function kind(line: string, specs: readonly string[], unit: GoodsKind["unit"] = "piece"): GoodsKind {
  const [group = "", noun = "", model = "", price = "", weight = ""] = line.split(" / ")
  return { group, noun, model, price: range(price), weight: range(weight), specs: specs.map(spec), unit }
}
