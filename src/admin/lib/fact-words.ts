import { formatDate, formatDateTime } from "./format"

type Translate = (key: string, fallback: string) => string

export interface FactContext {
  t: Translate
  language: string
  /** What ids are called. */
  names: Readonly<Record<string, string>>
}

/** Only such are looked up: what people write may hold the signs by which keys of texts are told apart. */
const MACHINE_WORD = /^[a-z][a-z0-9_]*$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** The id behind the article of a price, which is for machines. */
const VARIANT_ID = / \[variant_\w+\]$/

/** What a field of a thing is called; one without a word, such as a product of a price, is told as it is written. */
export const fieldWord = (field: string, { t }: Pick<FactContext, "t">): string =>
  MACHINE_WORD.test(field) ? t(`audit.fields.${field}`, field) : field.replace(VARIANT_ID, "")

/** A value of a field in words: names for ids, words for machine words, days as the language writes them. */
export function factWord(field: string, value: unknown, context: FactContext): string {
  const { t, language, names } = context
  if (value === null || value === undefined || value === "") {
    return "–"
  }
  if (typeof value === "boolean") {
    return t(value ? "audit.yes" : "audit.no", String(value))
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "–" : value.map((each) => factWord(field, each, context)).join(", ")
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([part, each]) => `${fieldWord(part, context)}: ${factWord(part, each, context)}`)
      .join("; ")
  }
  const text = String(value)
  if (names[text] !== undefined) {
    return names[text]
  }
  if (DAY.test(text)) {
    return formatDate(text, language)
  }
  if (MOMENT.test(text)) {
    return formatDateTime(text, language)
  }
  return MACHINE_WORD.test(text) ? t(`audit.values.${field}.${text}`, text) : text
}
