import { MathBN } from "@medusajs/framework/utils"

export const MEASURES = ["weight", "length", "width", "height", "volume"] as const
export type MeasureName = (typeof MEASURES)[number]

/** Grams, millimetres and litres: the units that Medusa's fields are kept in, and what a person reads of a volume. */
export const MEASURE_UNITS = { weight: "g", length: "mm", width: "mm", height: "mm", volume: "l" } as const

/** Of one base unit of the product, exact decimal. */
export interface Measure {
  name: MeasureName
  value: string
  unit: (typeof MEASURE_UNITS)[MeasureName]
}

/** What is known of the size of a product: fields of Medusa, which the staff may set, and requisites of the ERP, in words. */
export interface MeasureFacts {
  fields: Partial<Record<MeasureName, number | null>>
  requisites: Record<string, unknown> | null
}

/** Requisites by which ERPs tell a measure, the first that is told counts, with the unit where the text names none: kilograms, metres, cubic metres. */
const REQUISITES: Record<MeasureName, { names: string[]; unit: string }> = {
  weight: { names: ["Вес", "ВесБрутто", "Вес брутто", "ВесНетто", "Вес нетто"], unit: "кг" },
  length: { names: ["Длина"], unit: "м" },
  width: { names: ["Ширина"], unit: "м" },
  height: { names: ["Высота"], unit: "м" },
  volume: { names: ["Объем", "Объём"], unit: "м3" },
}

/** How many of our units one of theirs holds. */
const FACTORS: Record<MeasureName, Record<string, string>> = {
  weight: { г: "1", g: "1", кг: "1000", kg: "1000", т: "1000000", t: "1000000" },
  length: { мм: "1", mm: "1", см: "10", cm: "10", дм: "100", м: "1000", m: "1000" },
  width: { мм: "1", mm: "1", см: "10", cm: "10", дм: "100", м: "1000", m: "1000" },
  height: { мм: "1", mm: "1", см: "10", cm: "10", дм: "100", м: "1000", m: "1000" },
  volume: { мл: "0.001", ml: "0.001", см3: "0.001", cm3: "0.001", л: "1", l: "1", дм3: "1", м3: "1000", m3: "1000" },
}

const WRITTEN = /^(\d{1,9}(?:[.,]\d{1,6})?)\s*(\p{L}{1,3}[3³]?)?\.?$/u

/**
 * What a product weighs and how large it is. A field of Medusa goes before what the ERP says in a requisite; a text that is no positive measure says
 * nothing.
 */
export function measuresOf({ fields, requisites }: MeasureFacts): Measure[] {
  return MEASURES.flatMap((name) => {
    const value = ofField(fields[name]) ?? ofRequisites(name, requisites ?? {})
    return value === null ? [] : [{ name, value, unit: MEASURE_UNITS[name] }]
  })
}

function ofField(value: number | null | undefined): string | null {
  return value && value > 0 ? MathBN.convert(value).toFixed() : null
}

function ofRequisites(name: MeasureName, requisites: Record<string, unknown>): string | null {
  const { names, unit } = REQUISITES[name]
  const told = names.map((each) => requisites[each]).find((each) => typeof each === "string" && each.trim() !== "")
  const [, number = "", written = unit] = WRITTEN.exec(String(told ?? "").trim()) ?? []
  const factor = FACTORS[name][written.toLowerCase().replace("³", "3")]
  return factor !== undefined && /[1-9]/.test(number) ? MathBN.mult(number.replace(",", "."), factor).toFixed() : null
}
