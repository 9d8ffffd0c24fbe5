import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { admissionFacts, entitiesWithNumbers, entityToAttach, type AdmissionFacts } from "../../../database/applications/admission-facts"
import { COMPANY_MODULE } from "../../../modules/company"
import { managerOfNewEntity, roleOfApplicant, type Decider } from "../../../modules/company/rules/admission"
import type CompanyModuleService from "../../../modules/company/service"

export interface AdmissionInput {
  id: string
  /** The entity to attach the applicant to; without one a new entity is made. */
  legal_entity_id?: string | undefined
  /** Of a new entity; null = none, undefined = that of the entity for which he applied. */
  holding_id?: string | null | undefined
  decider: Decider
}

/** What acceptance is going to do. */
export interface Admission {
  application: AdmissionFacts
  /** The entity that stands already; null when one is to be made. */
  attach: { id: string; is_active: boolean } | null
  holding_id: string | null
  /** Role of the person, where he is to be made. */
  role: "superuser" | "ordinary"
  /** Who is to look after a new entity. */
  manager: { user_id: string; role: "manager" | "assistant" } | null
}

/**
 * Decides what acceptance makes, and refuses what cannot be: NOT_FOUND for an unknown application, entity or holding,
 * `legal_entity_not_active` for one that is blocked or closed, `legal_entity_exists` for a company that is a client already.
 */
export const planAdmissionStep = createStep("plan-admission", async (input: AdmissionInput, { container }) => {
  const application = await admissionFacts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id: input.id })
  if (!application) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Application with id: ${input.id} was not found`)
  }
  const plan = input.legal_entity_id
    ? await planAttaching(container, application, input.legal_entity_id)
    : await planNewEntity(container, application, input)
  return new StepResponse<Admission>(plan)
})

async function planAttaching(container: MedusaContainer, application: AdmissionFacts, id: string): Promise<Admission> {
  const entity = await entityToAttach(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!entity) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${id} was not found`)
  }
  if (entity.state === "blocked" || entity.state === "closed") {
    const message = `${entity.name} (${id}) is ${entity.state}: nobody is attached to it. Activate it first, or decline the application.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "legal_entity_not_active")
  }
  const attach = { id, is_active: entity.state === "active" }
  return { application, attach, holding_id: application.holding_id, role: roleOfApplicant(entity), manager: null }
}

async function planNewEntity(container: MedusaContainer, application: AdmissionFacts, input: AdmissionInput): Promise<Admission> {
  const { decider } = input
  await refuseKnownCompany(container, application, decider)
  const holding_id = input.holding_id === undefined ? application.holding_id : input.holding_id
  if (holding_id !== null) {
    await container.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveHolding(holding_id, { select: ["id"] })
  }
  const manager = await managerOf(container, managerOfNewEntity(application, decider))
  return { application, attach: null, holding_id, role: roleOfApplicant({ has_people: false }), manager }
}

/** Says which client it is, unless he is another manager's. */
async function refuseKnownCompany(container: MedusaContainer, { requisites }: AdmissionFacts, decider: Decider): Promise<void> {
  const { inn, kpp = null } = requisites
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const taken = await entitiesWithNumbers(db, { inn, kpp, user_id: decider.user_id, sees_all: decider.sees_all })
  if (taken.length > 0) {
    const seen = taken.filter(({ is_seen }) => is_seen).map(({ id, name }) => `${name} (${id})`)
    const message = seen.length
      ? `${seen.join(", ")} has the ИНН ${inn} and the same КПП already. Attach the applicant to it, or decline the application.`
      : `A client of another manager has the ИНН ${inn} and the same КПП already. Ask the head of sales.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "legal_entity_exists")
  }
}

/** A user who is gone looks after nobody. */
async function managerOf(container: MedusaContainer, user_id: string | null): Promise<Admission["manager"]> {
  const [user] = user_id ? await container.resolve(Modules.USER).listUsers({ id: user_id }, { take: 1 }) : []
  if (!user) {
    return null
  }
  const [staff] = await container.resolve<CompanyModuleService>(COMPANY_MODULE).listStaffMembers({ user_id: user.id }, { take: 1 })
  return { user_id: user.id, role: staff?.role === "assistant" ? "assistant" : "manager" }
}
