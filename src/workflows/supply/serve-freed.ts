import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { serveFreed } from "../../database/promises/serve-freed"
import { tellPromiseChangesWorkflow } from "./tell-promise-changes"

/** One transaction, which asked again does nothing: nothing has to be undone. */
const serveFreedStep = createStep("serve-freed", async (_: void, { container }) => {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const now = new Date().toISOString()
  return new StepResponse({ served: await db.transaction((trx) => serveFreed(trx, { now })) })
})

/** Gives what orders have given up of stock to who waits for it, tells them, and how many got something. */
export const serveFreedWorkflow = createWorkflow("serve-freed", () => {
  const result = serveFreedStep()
  when("anybody-was-served", result, ({ served }) => served > 0).then(() => {
    tellPromiseChangesWorkflow.runAsStep({ input: undefined })
  })
  return new WorkflowResponse(result)
})
