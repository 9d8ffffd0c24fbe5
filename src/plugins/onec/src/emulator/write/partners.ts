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
 * Holdings, legal entities, the supplier's own companies and contracts as the JSON package "kontor-partners": what CommerceML cannot
 * carry. A small extension on 1C's side would send the same.
 */
export function partnersJsonPacket(supplier: Supplier): Packet {
  const { seed, round, asOf } = supplier.config
  return {
    type: "catalog",
    filename: `partners___${guid(seed, PURPOSE.file, round)}.json`,
    encoding: "utf-8",
    *write(tally: Tally) {
      const partners = supplier.partners()
      const head = JSON.stringify({ format: "kontor-partners", version: 1, is_full: true, formed_at: asOf })
      yield head.slice(0, -1)
      yield* jsonRows("holdings", partners.holdings)
      yield* jsonRows("legal_entities", partners.legalEntities)
      yield* jsonRows("supplier_entities", partners.supplierEntities)
      yield* jsonRows("contracts", partners.contracts)
      yield "}\n"
      tally.partners += partners.legalEntities.length
    },
  }
}

function contragentXml(entity: LegalEntity, position: number): string {
  const names = `${leaf("Наименование", entity.name)}${leaf("ОфициальноеНаименование", entity.official_name ?? entity.name)}`
  const codes = `<Роль>Покупатель</Роль>${leaf("ИНН", entity.inn ?? "")}${leaf("КПП", entity.kpp ?? "")}<КодПоОКПО/>`
  const address = `<АдресРегистрации>${leaf("Представление", entity.address ?? "")}</АдресРегистрации>`
  return block("Контрагент", `${leaf("Ид", entity.external_id)}${versionXml(position, entity.is_deleted)}${names}${codes}${address}`)
}

/** Legal entities as client B sends them: CommerceML contragents, in the exchange of orders. */
export function contragentsPacket(supplier: Supplier, client: ClientB, encoding: Encoding): Packet {
  function* body(tally: Tally): Generator<string> {
    yield '<Контрагенты СодержитТолькоИзменения="false">\n'
    for (const [position, entity] of supplier.partners().legalEntities.entries()) {
      yield contragentXml(entity, position + 1)
      tally.partners++
    }
    yield "</Контрагенты>\n"
  }
  return packetB({ supplier, encoding }, client, { aspect: "contragents", number: 1, type: "sale", body })
}
