export const LABEL_COLOURS = ["grey", "green", "red", "blue", "orange", "purple"] as const
export type LabelColour = (typeof LABEL_COLOURS)[number]

/** By what goods bear a label, as the route has it. */
export type LabelRule =
  | { kind: "new"; days: number; not_before: string | null }
  | { kind: "property"; name: string; value: string }
  | { kind: "requisite"; name: string; value: string }
  | { kind: "discount"; percent: number }
  | { kind: "price_below"; price_type_id: string; below_type_id: string; percent: number }
  | { kind: "bestseller"; count: number; days: number }

/** The first = by hand alone. */
export const LABEL_WAYS = ["hand", "new", "property", "requisite", "discount", "price_below", "bestseller"] as const
export type LabelWay = (typeof LABEL_WAYS)[number]

export interface LabelRow {
  id: string
  code: string
  name_ru: string
  name_en: string
  colour: LabelColour
  position: number
  rule: LabelRule | null
  entry_count: number
  by_rule_count: number
  /** Of the product that was asked for. */
  is_by_hand?: boolean | undefined
  is_by_rule?: boolean | undefined
}

export interface LabelList {
  labels: LabelRow[]
  count: number
}

/** A label as it is typed: numbers are texts until they are sent, and what another way needs is kept. */
export interface LabelForm {
  code: string
  name_ru: string
  name_en: string
  colour: LabelColour
  position: string
  way: LabelWay
  days: string
  not_before: string
  name: string
  value: string
  percent: string
  price_type_id: string
  below_type_id: string
  count: string
}

const NEW: LabelForm = {
  ...{ code: "", name_ru: "", name_en: "", colour: "grey", position: "0", way: "hand" },
  ...{ days: "30", not_before: "", name: "", value: "", percent: "10", price_type_id: "", below_type_id: "", count: "100" },
}

/** What the form begins with. */
export function labelFormOf(label: LabelRow | null): LabelForm {
  if (!label) {
    return NEW
  }
  const { code, name_ru, name_en, colour, position, rule } = label
  const facts = Object.fromEntries(Object.entries(rule ?? {}).map(([fact, value]) => [fact, value === null ? "" : String(value)]))
  return { ...NEW, ...facts, code, name_ru, name_en, colour, position: String(position), way: rule?.kind ?? "hand" }
}

const isWhole = (text: string, max: number) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= max

/** The rule as it is sent; undefined while something of it is missing. */
function ruleOf(form: LabelForm): LabelRule | null | undefined {
  const { way, name, value, price_type_id, below_type_id } = form
  const days = isWhole(form.days, 3_650) ? Number(form.days) : null
  const percent = isWhole(form.percent, 99) ? Number(form.percent) : null
  switch (way) {
    case "hand":
      return null
    case "new":
      return days === null ? undefined : { kind: way, days, not_before: form.not_before || null }
    case "property":
      return name && value ? { kind: way, name, value } : undefined
    case "requisite":
      return name.trim() && value.trim() ? { kind: way, name: name.trim(), value: value.trim() } : undefined
    case "discount":
      return percent === null ? undefined : { kind: way, percent }
    case "price_below":
      return percent === null || !price_type_id || !below_type_id || price_type_id === below_type_id
        ? undefined
        : { kind: way, price_type_id, below_type_id, percent }
    case "bestseller":
      return days === null || !isWhole(form.count, 10_000) ? undefined : { kind: way, count: Number(form.count), days }
  }
}

/** What is sent; null while something is missing. Of a label that stands the word is not sent: it stays. */
export function labelDraftOf(form: LabelForm, standing: LabelRow | null): Record<string, unknown> | null {
  const rule = ruleOf(form)
  const names = { name_ru: form.name_ru.trim(), name_en: form.name_en.trim() }
  const code = form.code.trim()
  if (rule === undefined || !names.name_ru || !names.name_en || !code || !/^\d{1,5}$/.test(form.position)) {
    return null
  }
  return { ...(standing ? {} : { code }), ...names, colour: form.colour, position: Number(form.position), rule }
}
