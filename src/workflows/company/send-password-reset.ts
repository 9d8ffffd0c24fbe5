import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findActiveEmployeeStep } from "./steps/find-active-employee"
import { sendAccessLinkStep } from "./steps/send-access-link"

/** Sends a link for a new password to an active person with this address; for any other address it does nothing. */
export const sendPasswordResetWorkflow = createWorkflow("send-password-reset", (input: { email: string }) => {
  const employee = findActiveEmployeeStep(input)
  when({ employee }, ({ employee }) => employee.id !== null).then(() => {
    const link = transform({ employee }, (data) => ({
      employee_id: data.employee.id ?? "",
      purpose: "password_reset" as const,
      inviter: null,
    }))
    sendAccessLinkStep(link)
  })
  return new WorkflowResponse({ email: input.email })
})

/** Starts it and does not wait: an answer that came later for a known address would tell that it is known. */
export function startPasswordReset(container: MedusaContainer, email: string): void {
  sendPasswordResetWorkflow(container)
    .run({ input: { email } })
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`A link for a new password was not sent: ${reason}`)
    })
}
