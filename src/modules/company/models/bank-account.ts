import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { LegalEntity } from "./legal-entity"

/** An account of a legal entity in a bank, named by the bank's БИК and the number of the account. */
export const BankAccount = model
  .define("bank_account", {
    id: model.id({ prefix: "bacc" }).primaryKey(),
    legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "bank_accounts" }),
    /** БИК, 9 digits as text. */
    bic: model.text(),
    /** Settlement account, 20 digits as text. */
    account: model.text(),
    bank_name: model.text().nullable(),
    correspondent_account: model.text().nullable(),
    is_default: model.boolean().default(false),
    source: model.enum([...FACT_SOURCES]).default("portal"),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_bank_account_unique", on: ["legal_entity_id", "bic", "account"], unique: true, where: "deleted_at IS NULL" }])
