import { randomUUID } from "node:crypto"
import { createGate } from "@kontor/framework"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { DOCUMENT_MODULE } from "../../modules/document"
import { DocumentEvents } from "../../modules/document/events"
import type { PriceListFile } from "../../modules/document/models"
import { MIME_TYPES } from "../../modules/document/rules/mime-types"
import type DocumentModuleService from "../../modules/document/service"
import { removePriceListFiles } from "./remove-outdated-price-lists"
import { writePriceList } from "./write-price-list"

/** Tries of one price list: a process that dies of it would die again. */
const ATTEMPTS_MAX = 3
/** Least time between two words on progress. */
const PROGRESS_EVERY_MS = 500

/** One price list at a time takes one of the processors: the other is for the shop. Those that wait stay queued in the table. */
const gate = createGate({ running: 1, waiting: 1_000 })

const makePriceListStep = createStep("make-price-list", async ({ id }: { id: string }, { container }) => {
  const busy = () => new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too many price lists wait.", "price_lists_waiting")
  return new StepResponse(await gate.pass(() => makeClaimed(container, id), busy))
})

/** False when another process makes it or has made it, or it could not be made; why stands with it then. */
async function makeClaimed(container: MedusaContainer, id: string): Promise<boolean> {
  const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
  const attempts = await documents.claimPriceList(id)
  if (attempts === null) {
    return false
  }
  try {
    await make(container, await documents.retrievePriceListFile(id))
  } catch (error) {
    const reason = reasonOf(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Price list ${id} was not made at attempt ${attempts}: ${reason}`)
    await documents.updatePriceListFiles({ id, ...afterFailure(error, attempts, reason) })
    return false
  }
  await clearAway(container)
  return true
}

/** What the new one outdates. One that is made stays made when this fails; the hourly job tries again. */
async function clearAway(container: MedusaContainer): Promise<void> {
  try {
    await removePriceListFiles(container)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Outdated price lists were not removed: ${reasonOf(error)}`)
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function make(container: MedusaContainer, list: InferTypeOf<typeof PriceListFile>): Promise<void> {
  const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
  let toldAt = 0
  const { content, rows, entry_keys, prices_as_of } = await writePriceList(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    list,
    async (done, total) => {
      if (Date.now() - toldAt >= PROGRESS_EVERY_MS || done === total) {
        toldAt = Date.now()
        await documents.updatePriceListFiles({ id: list.id, done, total, seen_at: new Date() })
      }
    }
  )
  const file = await container.resolve(Modules.FILE).createFiles({
    filename: `price-list-${randomUUID()}.${list.format}`,
    mimeType: MIME_TYPES[list.format],
    content: content.toString("base64"),
    access: "private",
  })
  await documents.keepPriceListGoods({ id: list.id, entry_keys })
  await documents.updatePriceListFiles({
    id: list.id,
    state: "done",
    file_id: file.id,
    bytes: content.length,
    rows,
    prices_as_of,
    finished_at: new Date(),
  })
}

/** What was refused stays refused; anything else is taken up again by the sweep, a few times. */
function afterFailure(error: unknown, attempts: number, reason: string) {
  const isRefused = error instanceof MedusaError && error.type !== MedusaError.Types.UNEXPECTED_STATE
  return isRefused || attempts >= ATTEMPTS_MAX
    ? {
        state: "failed" as const,
        error_code: (isRefused && error.code) || "price_list_failed",
        error_message: reason.slice(0, 500),
        finished_at: new Date(),
      }
    : { state: "queued" as const, seen_at: new Date() }
}

/**
 * Makes a price list that waits, whoever asks first; the others find it taken. Killed in the middle it leaves a row that says "running"
 * without a sign of life, which the sweep takes up.
 */
export const makePriceListWorkflow = createWorkflow("make-price-list", (input: { id: string }) => {
  const is_made = makePriceListStep(input)
  when({ is_made }, (data) => data.is_made).then(() => {
    const data = transform({ input }, (known) => ({ id: known.input.id }))
    emitEventStep({ eventName: DocumentEvents.PRICE_LIST_READY, data })
  })
  return new WorkflowResponse(is_made)
})
