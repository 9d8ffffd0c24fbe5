import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { endingContracts } from "../../../database/people/ending-contracts"
import { dueNotice, NOTICE_DAYS } from "../../../modules/company/rules/contract-notice"
import { today } from "../../../modules/company/today"
import { sendMail } from "../../mail/send-mail"

/** The key of a mail names contract, last day and notice, so that each is sent once and a new last day begins anew. */
export const tellEndingContractsStep = createStep("tell-ending-contracts", async (_: void, { container }) => {
  const day = today()
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let told = 0
  for (const ending of await endingContracts(db, { today: day, days: Math.max(...NOTICE_DAYS) })) {
    const due = dueNotice(ending.ends_on, day)
    if (due) {
      const { contract_id, number: contract, ends_on, legal_entity, employee_id, name, email } = ending
      await sendMail(container, {
        to: email,
        template: "contract_ending",
        data: { name, contract, legal_entity, ends_on, days_left: due.days_left },
        idempotency_key: `contract_ending:${contract_id}:${ends_on}:${due.notice}:${employee_id}`,
      })
      told += 1
    }
  }
  return new StepResponse({ told })
})
