import type { Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"
import { findOrCreate } from "./find-or-create"

/** Exactly one of the two. */
export type ManagedClient = { legal_entity_id: string } | { holding_id: string }

/** A user of the admin: by his address, or by the id of one who was looked up already. */
export type ManagerUser = { email: string } | { user_id: string }

export type AssignManagerInput = ManagerUser & {
  client: ManagedClient
  role: "manager" | "assistant"
  actor: Actor
}

const assignManagerStep = createStep(
  "assign-manager",
  async ({ client, role, ...user }: AssignManagerInput, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const user_id = "user_id" in user ? user.user_id : await userWithEmail(container, user.email)
    const what = { ...client, user_id, role }
    const { row: assignment, is_new } = await findOrCreate(
      async () => (await company.listManagerAssignments(what, { take: 1 }))[0],
      () => company.createManagerAssignments({ ...what, source: "portal" })
    )
    return new StepResponse({ assignment, is_new }, is_new ? assignment.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteManagerAssignments(id)
    }
  }
)

async function userWithEmail(container: MedusaContainer, email: string): Promise<string> {
  const [user] = await container.resolve(Modules.USER).listUsers({ email }, { take: 1 })
  if (!user) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no user with the e-mail ${email}.`, "user_unknown")
  }
  return user.id
}

/** Gives a legal entity or a whole holding to a user. Who has it already keeps it. NOT_FOUND `user_unknown` for an address of nobody. */
export const assignManagerWorkflow = createWorkflow("assign-manager", (input: AssignManagerInput) => {
  const { assignment, is_new } = assignManagerStep(input)
  const entries = transform({ input, assignment, is_new }, (data) =>
    data.is_new
      ? [
          {
            actor: data.input.actor,
            action: "manager_assignment.created",
            subject_type: "manager_assignment",
            subject_id: data.assignment.id,
            legal_entity_id: data.assignment.legal_entity_id ?? null,
            after: { ...data.input.client, user_id: data.assignment.user_id, role: data.input.role },
          },
        ]
      : []
  )
  recordAuditStep(entries)
  return new WorkflowResponse(assignment)
})
