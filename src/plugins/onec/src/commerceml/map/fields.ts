import { EXTERNAL_ID_MAX } from "@kontor/framework"
import { quote } from "../record-sink"
import type { RecordSink } from "../record-sink"
import { parseBoolean } from "../values/boolean"
import type { XmlNode } from "../xml/node"

/** 2.08 allows 255 characters; clients stretch it, a name beyond this is damage. */
export const NAME_MAX = 500

/** Id of a thing in the ERP; null, with a problem in the sink, when there is none or it is too long. */
export function readExternalId(raw: string | undefined, what: string, sink: RecordSink): string | null {
  const id = raw?.trim() ?? ""
  if (id === "") {
    sink.problem("external_id_missing", `A ${what} has no Ид`, null)
    return null
  }
  if (id.length > EXTERNAL_ID_MAX) {
    sink.problem("external_id_too_long", `The Ид ${quote(id)} of a ${what} is longer than ${EXTERNAL_ID_MAX} characters`, id)
    return null
  }
  return id
}

/**
 * Name of a thing; null, with a problem in the sink, when it is missing or too long. Names are never cut silently.
 * A deleted thing may come without its name: then it is "".
 */
export function readName(node: XmlNode, what: string, id: string, isDeleted: boolean, sink: RecordSink): string | null {
  const name = node.textOf("Наименование") ?? ""
  if (name === "" && !isDeleted) {
    sink.problem("name_missing", `The ${what} ${id} has no Наименование`, id)
    return null
  }
  return checkNameLength(name, what, id, sink)
}

/** The name itself, or null with a problem in the sink when it is too long. */
export function checkNameLength(name: string, what: string, id: string, sink: RecordSink): string | null {
  if (name.length > NAME_MAX) {
    sink.problem("name_too_long", `The name ${quote(name)} of the ${what} ${id} has ${name.length} characters, ${NAME_MAX} are allowed`, id)
    return null
  }
  return name
}

const DELETED = new Set(["Удален", "Удалён"])

/** Deletion is an attribute in the built-in exchange and an element in the extension. */
export function isDeleted(node: XmlNode): boolean {
  return DELETED.has(node.valueOf("Статус") ?? "") || parseBoolean(node.valueOf("ПометкаУдаления") ?? "") === true
}

/** Undefined when not mentioned, null when mentioned and empty. */
export function readOptionalText(node: XmlNode, name: string): string | null | undefined {
  const text = node.textOf(name)
  return text === "" ? null : text
}

/** `ЗначенияРеквизитов` as name → value; a repeated name keeps all its values, one a line. Undefined when not mentioned. */
export function readRequisites(node: XmlNode): Map<string, string> | undefined {
  const rows = node.list("ЗначенияРеквизитов", "ЗначениеРеквизита")
  return rows && collectPairs(rows.map((row) => [row.textOf("Наименование") ?? "", row.textOf("Значение") ?? ""]))
}

/**
 * Value of the first of these requisites that is there and not empty. 1C's own configurations do not agree in how a requisite is
 * written: «Номер по 1С» has a Latin letter in some, «Проведен» a «ё», «Статус заказа» no space. Of a repeated one the last value counts.
 */
export function requisiteOf(requisites: ReadonlyMap<string, string>, ...names: string[]): string | undefined {
  for (const name of names) {
    const exact = requisites.get(name)
    const value = exact || [...requisites].find(([other, value]) => value !== "" && plainName(other) === plainName(name))?.[1]
    if (value) {
      return value.split("\n").at(-1)
    }
  }
  return undefined
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll("ё", "е").replace(/1c/g, "1с").replace(/\s+/g, "")
}

function collectPairs(pairs: [name: string, value: string][]): Map<string, string> {
  const result = new Map<string, string>()
  for (const [name, value] of pairs.filter(([name]) => name !== "")) {
    const before = result.get(name)
    result.set(name, before ? (value ? `${before}\n${value}` : before) : value)
  }
  return result
}

/** Copy without the fields that the package did not mention, so that "absent" stays absent in JSON and in comparisons. */
export function withoutUndefined<T extends object>(record: T): T {
  for (const key in record) {
    if (record[key] === undefined) {
      delete record[key]
    }
  }
  return record
}
