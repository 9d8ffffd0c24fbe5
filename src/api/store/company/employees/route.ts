import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listColleagues } from "../../../../database/people/list-colleagues"
import { hireColleagueWorkflow } from "../../../../workflows/company/hire-colleague"
import { requireReach } from "../../../dealer-scope"
import { changerOf } from "./changer-of"
import { readColleague } from "./read-colleague"
import type { StoreHireColleague, StoreListColleagues } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreListColleagues>, res: MedusaResponse): Promise<void> {
  const { q = null, state = null, legal_entity_id = null, limit, offset } = req.validatedQuery as StoreListColleagues
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const query = { ...requireReach(req, "person", "view"), employee_id: null, q, state, legal_entity_id, limit, offset }
  const { employees, count } = await listColleagues(db, query)
  res.json({ employees, count, limit, offset })
}

export async function POST(req: AuthenticatedMedusaRequest<StoreHireColleague>, res: MedusaResponse): Promise<void> {
  const { legal_entity_ids, ...person } = req.validatedBody
  const [legal_entity_id = "", ...other_entity_ids] = legal_entity_ids
  const { result } = await hireColleagueWorkflow(req.scope).run({
    input: { person: { ...person, legal_entity_id, other_entity_ids, actor: dealerOf(req).actor }, changer: changerOf(req, "create") },
  })
  res.json({ employee: await readColleague(req, result.id) })
}
