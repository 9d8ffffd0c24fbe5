import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MailMessage } from "../../../modules/mail/types"
import { writeMail } from "../../../modules/mail/write-mail"

export type { MailMessage } from "../../../modules/mail/types"

/**
 * Sends messages, each on its own. A mail tells of a fact and never undoes it: one that cannot be sent is logged and stands as failed among
 * Medusa's notifications, and one with an idempotency key goes out when the step comes by again.
 */
export const sendMailStep = createStep("send-mail", async (messages: MailMessage[], { container }) => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const message of messages) {
    try {
      await sendMail(container, message)
    } catch (error) {
      logger.error(`Mail "${message.template}" was not sent: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return new StepResponse(undefined)
})

/** The content goes to the provider alone; Medusa keeps the address, the template and whether it was sent, but no link and no token. */
async function sendMail(container: MedusaContainer, message: MailMessage): Promise<void> {
  const { to, template, idempotency_key } = message
  const key = idempotency_key ? { idempotency_key } : {}
  await container.resolve(Modules.NOTIFICATION).createNotifications({ to, channel: "email", template, content: writeMail(message), ...key })
}
