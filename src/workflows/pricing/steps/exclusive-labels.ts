import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inRulesTransaction } from "../../../database/pricing/in-rules-transaction"
import { isLabel } from "../../../database/labels/is-label"
import { putExclusiveLabel } from "../../../database/pricing/put-exclusive-label"
import { removeExclusiveLabel } from "../../../database/pricing/remove-exclusive-label"
import { refuseErpOwned } from "../../../modules/company/rules/refuse-erp-owned"

/** Lets a tag of products shut adjustments off. INVALID_DATA `label_unknown` when there is no such label and no product ever had the tag; `prices_being_loaded`. */
export const putExclusiveLabelStep = createStep(
  "put-exclusive-label-record",
  async ({ label }: { label: string }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    if (!(await isLabel(db, { label }))) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no label and no tag of products «${label}».`, "label_unknown")
    }
    const put = await inRulesTransaction(db, (trx) => putExclusiveLabel(trx, { label }))
    if (!put.label) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Label «${label}» was not written`)
    }
    return new StepResponse({ label: put.label, is_new: put.is_new }, put.is_new ? put.label.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), (trx) => removeExclusiveLabel(trx, id))
    }
  }
)

/** Lets a label shut nothing off any more. NOT_FOUND for an unknown one; `erp_owned` for one that the ERP told; `prices_being_loaded`. */
export const removeExclusiveLabelStep = createStep(
  "remove-exclusive-label-record",
  async ({ id }: { id: string }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const removed = await inRulesTransaction(db, (trx) => removeExclusiveLabel(trx, id))
    if (!removed) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Exclusive label with id: ${id} was not found`)
    }
    refuseErpOwned("Exclusive label", removed)
    return new StepResponse(removed, { id, label: removed.label })
  },
  async (removed, { container }) => {
    if (removed) {
      await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), (trx) => putExclusiveLabel(trx, removed))
    }
  }
)
