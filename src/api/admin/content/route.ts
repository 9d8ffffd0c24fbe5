import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listItems } from "../../../database/content/list-items"
import { saveItemWorkflow } from "../../../workflows/content/save-item"
import { itemOf } from "./item-of"
import type { AdminCreateContent, AdminListContent } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListContent>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const { items, count } = await listItems(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ content: items, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateContent>, res: MedusaResponse): Promise<void> {
  const input = { id: null, updated_at: null, draft: req.validatedBody, actor: actorOf(req) }
  const { result } = await saveItemWorkflow(req.scope).run({ input })
  res.json({ content_item: await itemOf(req, result.id) })
}
