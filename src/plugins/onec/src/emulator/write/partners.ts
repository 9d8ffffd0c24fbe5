import { NOTHING_TAKEN, type TakenPartners, withTaken } from "../client/partner-base"
import type { LegalEntity } from "../generate/partners"
import { guid, PURPOSE } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import { type ClientB, packetB } from "./client-b"
import type { Encoding, Packet, Tally } from "./packet"
import { block, leaf, versionXml } from "./xml"

/** Entities or contracts written at once. */
const ROWS_PER_FRAGMENT = 200

function* jsonRows<T>(name: string, rows: readonly T[]): Generator<string> {
  yield `,"${name}":[`
  for (let from = 0; from < rows.length; from += ROWS_PER_FRAGMENT) {
    const part = rows.slice(from, from + ROWS_PER_FRAGMENT).map((row) => JSON.stringify(row))
    yield `${from === 0 ? "" : ","}\n${part.join(",\n")}`
  }
  yield "]"
}

/**
 * Clients with their people and places, the supplier's own companies and contracts as the JSON package "kontor-partners": what CommerceML cannot
 * carry. A small extension on 1C's side would send the same.
 */
export function partnersJsonPacket(supplier: Supplier, taken: TakenPartners = NOTHING_TAKEN): Packet {
  const { seed, round, asOf } = supplier.config
  return {
    type: "catalog",
    filename: `partners___${guid(seed, PURPOSE.file, round)}.json`,
    encoding: "utf-8",
    *write(tally: Tally) {
      const partners = withTaken(supplier.partners(), taken)
      const head = JSON.stringify({ format: "kontor-partners", version: 1, is_full: true, formed_at: asOf })
      yield head.slice(0, -1)
      yield* jsonRows("client_categories", partners.clientCategories)
      yield* jsonRows("holdings", partners.holdings)
      yield* jsonRows("legal_entities", partners.legalEntities)
      yield* jsonRows("supplier_entities", partners.supplierEntities)
      yield* jsonRows("contracts", partners.contracts)
      yield* jsonRows("delivery_points", partners.deliveryPoints)
      yield* jsonRows("people", partners.people)
      yield "}\n"
      tally.partners += partners.legalEntities.length
    },
  }
}

function contragentXml(entity: LegalEntity, position: number): string {
  const names = `${leaf("Наименование", entity.name)}${leaf("ОфициальноеНаименование", entity.official_name ?? entity.name)}`
  const codes = `<Роль>Покупатель</Роль>${leaf("ИНН", entity.inn ?? "")}${leaf("КПП", entity.kpp ?? "")}${leaf("КодПоОКПО", entity.okpo ?? "")}`
  const id = `${leaf("Ид", entity.external_id)}${versionXml(position, entity.is_deleted)}`
  return block("Контрагент", `${id}${names}${codes}${accountsXml(entity)}${addressesXml(entity)}${contactsXml(entity)}`)
}

function accountsXml(entity: LegalEntity): string {
  const rows = (entity.bank_accounts ?? []).map((row) => {
    const bank = `${leaf("Наименование", row.bank_name ?? "")}${leaf("СчетКорреспондентский", row.correspondent_account ?? "")}${leaf("БИК", row.bic)}`
    return `<РасчетныйСчет>${leaf("НомерСчета", row.account)}<Банк>${bank}</Банк></РасчетныйСчет>`
  })
  return `<РасчетныеСчета>${rows.join("")}</РасчетныеСчета>`
}

function addressesXml(entity: LegalEntity): string {
  const wrap = (name: string, text: string | null | undefined): string => `<${name}>${leaf("Представление", text ?? "")}</${name}>`
  return `${wrap("АдресРегистрации", entity.address)}${wrap("ФактическийАдрес", entity.actual_address)}${wrap("ПочтовыйАдрес", entity.postal_address)}`
}

function contactsXml(entity: LegalEntity): string {
  const row = (type: string, value: string): string => `<Контакт>${leaf("Тип", type)}${leaf("Значение", value)}</Контакт>`
  return `<Контакты>${row("Телефон рабочий", entity.phone ?? "")}${row("Почта", entity.email ?? "")}</Контакты>`
}

/** Legal entities as client B sends them: CommerceML contragents, in the exchange of orders. */
export function contragentsPacket(supplier: Supplier, client: ClientB, encoding: Encoding, taken: TakenPartners = NOTHING_TAKEN): Packet {
  function* body(tally: Tally): Generator<string> {
    yield '<Контрагенты СодержитТолькоИзменения="false">\n'
    for (const [position, entity] of withTaken(supplier.partners(), taken).legalEntities.entries()) {
      yield contragentXml(entity, position + 1)
      tally.partners++
    }
    yield "</Контрагенты>\n"
  }
  return packetB({ supplier, encoding }, client, { aspect: "contragents", number: 1, type: "sale", body })
}
