import { bankFaults, requisiteFaults, type RequisiteFault, type RequisiteField } from "../../../modules/company/rules/requisite-faults"
import type { LoadOptions } from "../load-context"
import { positionRequisite } from "./position-requisite"
import type { DocumentRecord } from "./stage-documents"

/** What a person should look at in the ERP. The record is taken all the same: the fact is the ERP's. */
export interface Remark {
  code: string
  message: string
}

const NAMES: Record<RequisiteField, string> = {
  inn: "ИНН",
  kpp: "КПП",
  ogrn: "ОГРН",
  okpo: "ОКПО",
  bic: "БИК",
  account: "account",
  correspondent_account: "correspondent account",
}

/** Numbers of companies, of their accounts and of the order of goods that cannot be right. */
export function remarksOn(record: DocumentRecord, options: Pick<LoadOptions, "positionRequisites">): Remark[] {
  switch (record.kind) {
    case "legal_entity":
      return [...requisiteFaults(record), ...(record.bank_accounts ?? []).flatMap(bankFaults)].map((fault) => remark(record.name, fault))
    case "supplier_entity":
      return requisiteFaults(record).map((fault) => remark(record.name, fault))
    case "product": {
      const position = positionRequisite(record.requisites, options.positionRequisites)
      return position && "invalid" in position ? [unsortable(record.name, position.invalid)] : []
    }
    default:
      return []
  }
}

function unsortable(name: string, text: string): Remark {
  return { code: "position_invalid", message: `«${text.slice(0, 40)}» is no number that «${name.slice(0, 200)}» could be sorted by.` }
}

function remark(name: string, { field, code, value }: RequisiteFault): Remark {
  return { code, message: `${NAMES[field]} «${value.slice(0, 40)}» of «${name.slice(0, 200)}» cannot be right.` }
}
