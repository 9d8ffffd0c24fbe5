import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { forgetFailedMail } from "../../database/mail/forget-failed-mail"
import type { MailMessage } from "../../modules/mail/types"
import { writeMail } from "../../modules/mail/write-mail"

/**
 * Sends one message. A mail tells of a fact and never undoes it: one that cannot be sent is logged and stands as failed among Medusa's
 * notifications. One with a key goes out once, and again only where it failed; one whose sending was cut off is taken for sent. The content
 * goes to the provider alone; Medusa keeps the address, the template and the state, but no link and no token.
 */
export async function sendMail(container: MedusaContainer, message: MailMessage): Promise<void> {
  const { to, template, idempotency_key } = message
  const key = idempotency_key ? { idempotency_key } : {}
  try {
    if (idempotency_key) {
      await forgetFailedMail(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { idempotency_key })
    }
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({ to, channel: "email", template, content: writeMail(message), ...key })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Mail "${template}" was not sent: ${reason}`)
  }
}
