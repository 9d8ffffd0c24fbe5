import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listSynonyms } from "../../../database/synonyms/list-synonyms"
import { createSynonymsWorkflow } from "../../../workflows/catalog/save-synonyms"
import type { AdminListSynonyms, AdminPutSynonyms, AdminSynonymListResponse, AdminSynonymsResponse } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListSynonyms>,
  res: MedusaResponse<AdminSynonymListResponse>
): Promise<void> {
  const { q, limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { groups, count } = await listSynonyms(db, { q, limit, offset })
  res.json({ synonym_groups: groups, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminPutSynonyms>, res: MedusaResponse<AdminSynonymsResponse>): Promise<void> {
  const { result } = await createSynonymsWorkflow(req.scope).run({ input: { draft: req.validatedBody, actor: actorOf(req) } })
  res.json({ synonym_group: result })
}
