import { model } from "@medusajs/framework/utils"

/** A person agreed to a document: which version, when, and from where. Never changed: a new version is a new consent. */
export const Consent = model
  .define("consent", {
    id: model.id({ prefix: "cons" }).primaryKey(),
    /** Who agreed; null before he is an employee, then `email` names him. */
    employee_id: model.text().nullable(),
    /** Lower case. */
    email: model.text().nullable(),
    /** What for, as the form names it: "personal_data", "mailing". */
    purpose: model.text(),
    document_version: model.text(),
    given_at: model.dateTime(),
    ip: model.text().nullable(),
    user_agent: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_consent_employee_unique", on: ["employee_id", "purpose", "document_version"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_consent_email_unique",
      on: ["email", "purpose", "document_version"],
      unique: true,
      where: "employee_id IS NULL AND deleted_at IS NULL",
    },
    { name: "IDX_consent_employee", on: ["employee_id", "given_at"], where: "deleted_at IS NULL" },
    { name: "IDX_consent_email", on: ["email", "given_at"], where: "deleted_at IS NULL" },
  ])
