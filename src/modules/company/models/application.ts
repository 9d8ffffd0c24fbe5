import { model } from "@medusajs/framework/utils"
import { APPLICATION_KINDS, APPLICATION_STATES } from "../rules/application-flow"
import { ApplicationEvent } from "./application-event"
import { ApplicationFile } from "./application-file"

/**
 * Somebody wishes to become a dealer, to add a legal entity, or to change the requisites of one. What is known of a company before somebody
 * of the supplier has looked at it stands here alone: its row is made on acceptance.
 */
export const Application = model
  .define("application", {
    id: model.id({ prefix: "appl" }).primaryKey(),
    /** For people: A000001. */
    number: model.text().searchable().unique("IDX_application_number_unique"),
    kind: model.enum([...APPLICATION_KINDS]),
    state: model.enum([...APPLICATION_STATES]).default("submitted"),
    applicant_name: model.text(),
    /** Lower case. */
    applicant_email: model.text(),
    applicant_phone: model.text().nullable(),
    /** Who applied when signed in; of a new dealer the person that acceptance made. */
    employee_id: model.text().nullable(),
    /** The entity for which he acted when he applied; null for a stranger. */
    from_entity_id: model.text().nullable(),
    /** `ApplicationRequisites`: all of a company that applies; of a change the name, the ИНН and what is to be another. */
    requisites: model.json(),
    /** Of a change: what the entity had when somebody applied for it. */
    former: model.json().nullable(),
    comment: model.text().nullable(),
    /** Made or attached on acceptance; of a change the entity it is about. */
    legal_entity_id: model.text().nullable(),
    holding_id: model.text().nullable(),
    /** The user who looks after it; null = nobody yet. */
    manager_user_id: model.text().nullable(),
    decision_reason: model.text().nullable(),
    /** Name of the user who decided. */
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    /** Version of the document on personal data to which a stranger agreed. */
    consent_version: model.text().nullable(),
    /** SHA-256 of the secret with which a stranger answers a question. */
    answer_token_hash: model.text().unique("IDX_application_answer_token_unique").nullable(),
    answer_token_expires_at: model.dateTime().nullable(),
    events: model.hasMany(() => ApplicationEvent, { mappedBy: "application" }),
    files: model.hasMany(() => ApplicationFile, { mappedBy: "application" }),
  })
  .indexes([
    { name: "IDX_application_state", on: ["state", "created_at"], where: "deleted_at IS NULL" },
    { name: "IDX_application_email", on: ["applicant_email", "created_at"], where: "deleted_at IS NULL" },
    { name: "IDX_application_employee", on: ["employee_id"], where: "deleted_at IS NULL" },
    { name: "IDX_application_from_entity", on: ["from_entity_id"], where: "deleted_at IS NULL" },
    { name: "IDX_application_legal_entity", on: ["legal_entity_id"], where: "deleted_at IS NULL" },
  ])
