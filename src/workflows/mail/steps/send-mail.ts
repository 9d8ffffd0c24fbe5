import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MailMessage } from "../../../modules/mail/types"
import { sendMail } from "../send-mail"

export type { MailMessage } from "../../../modules/mail/types"

/** Sends messages, each on its own; one with an idempotency key that failed goes out when the step comes by again. */
export const sendMailStep = createStep("send-mail", async (messages: MailMessage[], { container }) => {
  for (const message of messages) {
    await sendMail(container, message)
  }
  return new StepResponse(undefined)
})
