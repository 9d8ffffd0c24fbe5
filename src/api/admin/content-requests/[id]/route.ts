import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type RequestListing, requestListing } from "../../../../database/content/list-requests"
import { moveRequestWorkflow } from "../../../../workflows/content/move-request"
import { managerScopeOf } from "../../../manager-scope"
import type { AdminMoveContentRequest } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminMoveContentRequest>, res: MedusaResponse): Promise<void> {
  const { id } = await requestOf(req)
  const { user_id } = managerScopeOf(req)
  await moveRequestWorkflow(req.scope).run({ input: { ...req.validatedBody, id, user_id, actor: actorOf(req) } })
  res.json({ content_request: await requestOf(req) })
}

/** The request in the path, of a client of who asks. Throws NOT_FOUND for any other. */
async function requestOf(req: AuthenticatedMedusaRequest<AdminMoveContentRequest>): Promise<RequestListing> {
  const { id = "" } = req.params
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const request = await requestListing(db, { scope: managerScopeOf(req), id })
  if (!request) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `ContentRequest with id: ${id} was not found`)
  }
  return request
}
