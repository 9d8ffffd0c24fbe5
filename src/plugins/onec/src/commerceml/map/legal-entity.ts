import type { ErpLegalEntity } from "@kontor/framework"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { checkNameLength, isDeleted, readExternalId, readName, readOptionalText, withoutUndefined } from "./fields"

/** `Контрагент` of the extension's contragents package. ИНН and КПП are text: their leading zeros are digits of the number. */
export function mapLegalEntity(node: XmlNode, context: PackageContext): void {
  const id = readExternalId(node.textOf("Ид"), "legal entity", context.sink)
  if (id === null) {
    return
  }
  const is_deleted = isDeleted(node)
  const name = readName(node, "legal entity", id, is_deleted, context.sink)
  const official_name = readOfficialName(node)
  if (name === null || checkNameLength(official_name ?? "", "legal entity", id, context.sink) === null) {
    return
  }
  const entity: ErpLegalEntity = {
    kind: "legal_entity",
    external_id: id,
    name,
    official_name,
    inn: readOptionalText(node, "ИНН"),
    kpp: readOptionalText(node, "КПП"),
    address: readAddress(node),
    is_deleted,
  }
  context.sink.add(withoutUndefined(entity))
}

/** Companies have `ОфициальноеНаименование`, persons and sole traders `ПолноеНаименование`. */
function readOfficialName(node: XmlNode): string | null | undefined {
  return readOptionalText(node, "ОфициальноеНаименование") ?? readOptionalText(node, "ПолноеНаименование")
}

function readAddress(node: XmlNode): string | null | undefined {
  const address = node.child("ЮридическийАдрес") ?? node.child("АдресРегистрации") ?? node.child("Адрес")
  return address && readOptionalText(address, "Представление")
}
