import type { Encoding } from "./packet"

const SPECIAL = /[&<>"]/
const REPLACEMENTS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text or attribute value with the marks of XML replaced. */
export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"]/g, (mark) => REPLACEMENTS[mark] ?? mark) : text
}

/** An element with text, escaped. */
export function leaf(name: string, text: string): string {
  return text === "" ? `<${name}/>` : `<${name}>${escapeXml(text)}</${name}>`
}

/** An element around what is XML already; a line of its own, so that a person can read the file. */
export function block(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>\n`
}

/** Rows of «ЗначенияРеквизитов»; nothing for no rows. */
export function requisitesXml(rows: readonly { name: string; value: string }[]): string {
  const inner = rows.map(
    ({ name, value }) => `<ЗначениеРеквизита>${leaf("Наименование", name)}${leaf("Значение", value)}</ЗначениеРеквизита>`
  )
  return inner.length === 0 ? "" : `<ЗначенияРеквизитов>${inner.join("")}</ЗначенияРеквизитов>`
}

export type Schema = "2.07" | "2.09" | "3.1"

const BYTE_ORDER_MARK = "\uFEFF"

/** The declaration and the root's opening tag. UTF-8 begins with a byte order mark, as 1C writes it. */
export function openDocument(schema: Schema, encoding: Encoding, formedAt: string): string {
  const namespace = schema === "3.1" ? "urn:1C.ru:commerceml_3" : "urn:1C.ru:commerceml_2"
  const isUtf8 = encoding === "utf-8"
  const declaration = `${isUtf8 ? BYTE_ORDER_MARK : ""}<?xml version="1.0" encoding="${isUtf8 ? "UTF-8" : encoding}"?>`
  const schemas = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  return `${declaration}\n<КоммерческаяИнформация xmlns="${namespace}" ${schemas} ВерсияСхемы="${schema}" ДатаФормирования="${formedAt}">\n`
}

export const CLOSE_DOCUMENT = "</КоммерческаяИнформация>\n"

/** An eight-byte version counter as 1C writes it: "AAAAAQAAAAk=". */
export function versionNumber(counter: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE(1, 0)
  bytes.writeUInt32BE(counter, 4)
  return bytes.toString("base64")
}

/** The two elements that client B writes into every object right after its id. */
export function versionXml(counter: number, isDeleted: boolean): string {
  return `<НомерВерсии>${versionNumber(counter)}</НомерВерсии><ПометкаУдаления>${isDeleted}</ПометкаУдаления>`
}
