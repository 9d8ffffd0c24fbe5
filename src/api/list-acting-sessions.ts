import type { MedusaContainer } from "@medusajs/framework/types"
import { COMPANY_MODULE } from "../modules/company"
import type CompanyModuleService from "../modules/company/service"
import { type ListActingSessions, presentActingSession } from "./acting-session-schema"

/** One page of the sessions in which somebody was signed in as an employee, newest first. */
export async function listActingSessions(container: MedusaContainer, employee_id: string, { limit, offset }: ListActingSessions) {
  const [sessions, count] = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listAndCountActingSessions({ employee_id }, { order: { started_at: "DESC", id: "DESC" }, take: limit, skip: offset })
  const now = new Date()
  return { sign_ins: sessions.map((session) => presentActingSession(session, now)), count, offset, limit }
}
