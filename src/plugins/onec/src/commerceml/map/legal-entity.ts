import type { ErpBankAccount, ErpLegalEntity } from "@kontor/framework"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { readContact, readRepresentatives } from "./contacts"
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
    ogrn: readOptionalText(node, "ОГРН"),
    okpo: readOptionalText(node, "КодПоОКПО") ?? readOptionalText(node, "ОКПО"),
    address: readAddress(node, "ЮридическийАдрес", "АдресРегистрации", "Адрес"),
    actual_address: readAddress(node, "ФактическийАдрес", "АдресФактический"),
    postal_address: readAddress(node, "ПочтовыйАдрес", "АдресПочтовый"),
    phone: readContact(node, "phone"),
    email: readContact(node, "email"),
    bank_accounts: readBankAccounts(node),
    representatives: readRepresentatives(node),
    is_deleted,
  }
  context.sink.add(withoutUndefined(entity))
}

/** Companies have `ОфициальноеНаименование`, persons and sole traders `ПолноеНаименование`. */
function readOfficialName(node: XmlNode): string | null | undefined {
  return readOptionalText(node, "ОфициальноеНаименование") ?? readOptionalText(node, "ПолноеНаименование")
}

/** The first of the elements that is there: schemas and extensions name one address in several ways. */
function readAddress(node: XmlNode, ...names: string[]): string | null | undefined {
  const address = names.map((name) => node.child(name)).find((child) => child !== undefined)
  return address && readOptionalText(address, "Представление")
}

/** `РасчетныеСчета`; undefined when not mentioned. An account without its number or its bank's БИК cannot be paid to and is left out. */
function readBankAccounts(node: XmlNode): ErpBankAccount[] | undefined {
  return node.list("РасчетныеСчета", "РасчетныйСчет")?.flatMap((row) => {
    const bank = row.child("Банк") ?? row
    const account = row.textOf("НомерСчета") ?? row.textOf("Номер")
    const bic = bank.textOf("БИК")
    return account && bic
      ? [
          {
            bic,
            account,
            bank_name: bank.textOf("Наименование") || null,
            correspondent_account: bank.textOf("СчетКорреспондентский") || bank.textOf("КоррСчет") || null,
            is_default: false,
          },
        ]
      : []
  })
}
