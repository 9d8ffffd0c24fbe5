import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { submitApplication } from "../../../workflows/applications/submit-application"
import { uploadsOf } from "../../receive-application"
import type { AuthApply } from "./validators"

/** The same work and the same answer for whoever is known and whoever is not: nothing is compared before somebody of the staff looks at it. */
export async function POST(req: MedusaRequest<AuthApply>, res: MedusaResponse): Promise<void> {
  const { applicant, requisites, comment, consent } = req.validatedBody
  await submitApplication(req.scope, {
    application: {
      ...{ kind: "new_dealer", applicant, requisites, comment },
      ...{ employee_id: null, from_entity_id: null, legal_entity_id: null, holding_id: null, former: null },
      consent_version: consent.document_version,
    },
    uploads: uploadsOf(req),
    actor: actorOf(req),
  })
  res.status(202).json({ accepted: true })
}
