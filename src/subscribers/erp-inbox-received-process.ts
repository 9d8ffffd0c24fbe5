import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { INBOX_RECEIVED } from "../modules/erp/service"
import { processInboxWorkflow } from "../workflows/erp/process-inbox"

/** A delivered file is applied at once; the sweep is only for what a stopped process has left. */
export default async function processReceivedFile({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await processInboxWorkflow(container).run({ input: { inbox_id: event.data.id } })
}

export const config: SubscriberConfig = { event: INBOX_RECEIVED, context: { subscriberId: "erp-inbox-received-process" } }
