import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { standingEntity } from "../../database/applications/standing-entity"
import type { SubmittedApplication } from "../../database/applications/submit-application"
import { decideRequisitesChange } from "../../modules/company/rules/requisites-change"
import { applicantOf, type EmployeeForm } from "./apply-for-entity"
import { submitApplication } from "./submit-application"

export interface ChangeForm extends EmployeeForm {
  legal_entity_id: string
  /** The entities for which he may apply. */
  entity_ids: string[]
}

/**
 * An employee applies for other requisites of an entity, with a document that proves them. NOT_FOUND outside `entity_ids`,
 * `application_file_missing` without a file, `inn_changed` and `nothing_changed` as the rule says.
 */
export async function applyForChange(container: MedusaContainer, form: ChangeForm): Promise<SubmittedApplication> {
  const { legal_entity_id, entity_ids, requisites, comment, dealer, uploads } = form
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const entity = entity_ids.includes(legal_entity_id) ? await standingEntity(db, { id: legal_entity_id }) : null
  if (!entity) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${legal_entity_id} was not found`)
  }
  const decision = decideRequisitesChange(entity, requisites)
  if (decision.kind === "refused") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.message, decision.code)
  }
  if (uploads.length === 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Send a document that proves the change.", "application_file_missing")
  }
  const applicant = await applicantOf(container, dealer)
  return submitApplication(container, {
    application: {
      ...{ ...applicant, kind: "requisites_change", requisites: decision.wanted, comment },
      ...{ legal_entity_id, former: entity.requisites, holding_id: null },
    },
    uploads,
    actor: dealer.actor,
  })
}
