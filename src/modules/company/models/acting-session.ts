import { model } from "@medusajs/framework/utils"

export const ACTING_ENDERS = ["staff", "client"] as const

/** A user of the supplier signed in as an employee, for a reason and for a limited time. The employee sees it and may end it. */
export const ActingSession = model
  .define("acting_session", {
    id: model.id({ prefix: "acts" }).primaryKey(),
    employee_id: model.text(),
    /** A Medusa user, by id, and his name at that time. */
    user_id: model.text(),
    user_name: model.text().nullable(),
    reason: model.text(),
    started_at: model.dateTime(),
    expires_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    ended_by: model.enum([...ACTING_ENDERS]).nullable(),
    ip: model.text().nullable(),
  })
  .indexes([{ name: "IDX_acting_session_employee", on: ["employee_id", "started_at"], where: "deleted_at IS NULL" }])
