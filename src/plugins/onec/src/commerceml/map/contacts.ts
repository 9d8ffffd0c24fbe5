import type { ErpRepresentative } from "@kontor/framework"
import type { XmlNode } from "../xml/node"

/** What `Тип` of a `Контакт` says in the schemas; compared in lower case, by its beginning. */
const TYPES = { email: ["почта", "электронная почта", "e-mail", "email"], phone: ["телефон", "мобильный телефон"] } as const

/** The first contact of a kind. Undefined when no contacts are mentioned, null when none of the kind is among them. */
export function readContact(node: XmlNode, kind: keyof typeof TYPES): string | null | undefined {
  const contacts = node.list("Контакты", "Контакт")
  const found = contacts?.find((contact) => {
    const type = (contact.textOf("Тип") ?? "").toLowerCase()
    return TYPES[kind].some((word) => type.startsWith(word)) && contact.textOf("Значение")
  })
  const value = found?.textOf("Значение")
  return contacts && (value ? (kind === "email" ? value.toLowerCase() : value) : null)
}

/** `Представители`: the people who act for an entity. One without an e-mail cannot sign in and is left out. */
export function readRepresentatives(node: XmlNode): ErpRepresentative[] | undefined {
  return node.list("Представители", "Представитель")?.flatMap((row) => {
    const person = row.child("Контрагент") ?? row
    const name = person.textOf("Наименование") || person.textOf("ПолноеНаименование")
    const email = readContact(person, "email")
    return name && email?.includes("@") ? [{ name, email, phone: readContact(person, "phone") ?? null }] : []
  })
}
