import { model } from "@medusajs/framework/utils"
import { APPLICATION_EVENT_KINDS } from "../rules/application-flow"
import { Application } from "./application"

/** What happened to an application, as the applicant and the staff read it. */
export const ApplicationEvent = model
  .define("application_event", {
    id: model.id({ prefix: "apev" }).primaryKey(),
    application: model.belongsTo(() => Application, { mappedBy: "events" }),
    at: model.dateTime(),
    kind: model.enum([...APPLICATION_EVENT_KINDS]),
    actor_name: model.text().nullable(),
    message: model.text().nullable(),
  })
  .indexes([{ name: "IDX_application_event_application", on: ["application_id", "at"], where: "deleted_at IS NULL" }])
