import { today } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { endingContracts } from "../../../database/people/ending-contracts"
import { noticesDue } from "../../../modules/company/rules/contract-notice"
import { sendMail } from "../../mail/send-mail"

/** Mails whoever was not told yet, one after the other. */
export const tellEndingContractsStep = createStep("tell-ending-contracts", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const due = await endingContracts(db, noticesDue(today()))
  for (const { number: contract, email, idempotency_key, ...data } of due) {
    await sendMail(container, { to: email, template: "contract_ending", data: { ...data, contract }, idempotency_key })
  }
  return new StepResponse({ due: due.length })
})
