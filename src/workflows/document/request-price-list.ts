import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { categoryKey } from "../../database/queries/category-key"
import { DOCUMENT_MODULE } from "../../modules/document"
import { DocumentEvents } from "../../modules/document/events"
import type DocumentModuleService from "../../modules/document/service"
import type { PriceListOrder } from "./write-price-list"

/** Price lists of one person that wait or are made at a time. */
export const UNFINISHED_MAX = 3

export interface RequestPriceListInput extends PriceListOrder {
  employee_id: string
  legal_entity_id: string
}

const requestPriceListStep = createStep(
  "request-price-list",
  async (input: RequestPriceListInput, { container }) => {
    const documents = container.resolve<DocumentModuleService>(DOCUMENT_MODULE)
    await demandCategories(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input.category_ids)
    const unfinished = await documents.listPriceListFiles(
      { employee_id: input.employee_id, state: ["queued", "running"] },
      { take: UNFINISHED_MAX, order: { created_at: "ASC" } }
    )
    const same = unfinished.find((list) => isSame(list, input))
    if (same) {
      return new StepResponse(same, null)
    }
    if (unfinished.length >= UNFINISHED_MAX) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${UNFINISHED_MAX} price lists are being made already: wait until one is ready.`,
        "price_lists_waiting"
      )
    }
    const list = await documents.createPriceListFiles(input)
    return new StepResponse(list, list.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<DocumentModuleService>(DOCUMENT_MODULE).deletePriceListFiles(id)
    }
  }
)

async function demandCategories(db: Knex, category_ids: string[]): Promise<void> {
  for (const id of category_ids) {
    if ((await categoryKey(db, id)) === null) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${id} was not found`)
    }
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
 * @throws NOT_FOUND for a category that dealers do not see; NOT_ALLOWED `price_lists_waiting` while three others are not finished
 */
export const requestPriceListWorkflow = createWorkflow("request-price-list", (input: RequestPriceListInput) => {
  const list = requestPriceListStep(input)
  emitEventStep({ eventName: DocumentEvents.PRICE_LIST_REQUESTED, data: transform({ list }, (data) => ({ id: data.list.id })) })
  return new WorkflowResponse(list)
})
