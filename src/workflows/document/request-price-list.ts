import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { unknownCategories } from "../../database/queries/category-key"
import { assortmentOfContract } from "../../database/visibility/make-assortment"
import { DOCUMENT_MODULE } from "../../modules/document"
import { DocumentEvents } from "../../modules/document/events"
import type DocumentModuleService from "../../modules/document/service"
import type { PriceListOrder } from "./write-price-list"

/** Price lists of one person that wait or are made at a time. */
const UNFINISHED_MAX = 3

export interface RequestPriceListInput extends PriceListOrder {
  employee_id: string
  legal_entity_id: string
}

/** Seconds that a person's request waits for another of his. */
const LOCK_SECONDS = 10

const requestPriceListStep = createStep(
  "request-price-list",
  async (input: RequestPriceListInput, { container }) => {
    await demandCategories(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
    const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
    const { list, is_new } = await container
      .resolve(Modules.LOCKING)
      .execute(`kontor:price-lists-of:${input.employee_id}`, () => queue(documents, input), { timeout: LOCK_SECONDS })
    return new StepResponse(list, is_new ? list.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<DocumentModuleService>(DOCUMENT_MODULE).deletePriceListFiles(id)
    }
  }
)

/** One request of a person at a time: two at once would find the same number waiting. */
async function queue(documents: DocumentModuleService, input: RequestPriceListInput) {
  const unfinished = await documents.listPriceListFiles(
    { employee_id: input.employee_id, state: ["queued", "running"] },
    { take: UNFINISHED_MAX, order: { created_at: "ASC" } }
  )
  const same = unfinished.find((list) => isSame(list, input))
  if (same) {
    return { list: same, is_new: false }
  }
  if (unfinished.length >= UNFINISHED_MAX) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${UNFINISHED_MAX} price lists are being made already: wait until one is ready.`,
      "price_lists_waiting"
    )
  }
  return { list: await documents.createPriceListFiles(input), is_new: true }
}

async function demandCategories(db: Knex, { contract_id, category_ids }: PriceListOrder): Promise<void> {
  const sight = await assortmentOfContract(db, { contract_id })
  const [unknown] = await unknownCategories(db, { category_ids, sight })
  if (unknown !== undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${unknown} was not found`)
  }
}

function isSame(list: PriceListOrder, wanted: PriceListOrder): boolean {
  const text = ({ contract_id, format, locale, category_ids, in_stock_only }: PriceListOrder) =>
    JSON.stringify([contract_id, format, locale, [...category_ids].sort(), in_stock_only])
  return text(list) === text(wanted)
}

/**
 * Queues a price list. The same one, asked for again while it waits or is made, is given instead of a second.
 *
 * @throws NOT_FOUND for a category that the dealer does not see; NOT_ALLOWED `price_lists_waiting` while three others are not finished
 */
export const requestPriceListWorkflow = createWorkflow("request-price-list", (input: RequestPriceListInput) => {
  const list = requestPriceListStep(input)
  emitEventStep({ eventName: DocumentEvents.PRICE_LIST_REQUESTED, data: transform({ list }, (data) => ({ id: data.list.id })) })
  return new WorkflowResponse(list)
})
