import { bankFaults, requisiteFaults, type RequisiteFault, type RequisiteField } from "../../../modules/company/rules/requisite-faults"
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

/** Numbers of companies and of their accounts that cannot be right. */
export function remarksOn(record: DocumentRecord): Remark[] {
  switch (record.kind) {
    case "legal_entity":
      return [...requisiteFaults(record), ...(record.bank_accounts ?? []).flatMap(bankFaults)].map((fault) => remark(record.name, fault))
    case "supplier_entity":
      return requisiteFaults(record).map((fault) => remark(record.name, fault))
    default:
      return []
  }
}

function remark(name: string, { field, code, value }: RequisiteFault): Remark {
  return { code, message: `${NAMES[field]} «${value.slice(0, 40)}» of «${name.slice(0, 200)}» cannot be right.` }
}
