import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { applyImport, lockPrices, undoImport } from "../../database/price-imports/apply-import"
import type { ImportCounts } from "../../database/price-imports/keep-import"
import { type ImportRowView, listImportRows } from "../../database/price-imports/read-import"
import type { FileSubject } from "../../database/price-imports/subjects/subject"
import { PricingEvents } from "../../modules/contract-pricing/events"
import { recordAuditStep } from "../audit/steps/record-audit"
import { nameOfPrice } from "./name-of-price"
import { requireSubject } from "./require-subject"
import { tryPrices } from "./try-price-file"

/** A price of a type as a person enters it. */
export interface TypePriceText {
  variant_id: string
  /** Name or code of a sales unit, or "×12"; empty = the base unit. */
  unit: string
  /** Base units; "0" = the plain price, or that of one full unit. */
  from_quantity: string
  /** Null takes the price away. */
  amount: string | null
}

/** As many as one entry of the audit log takes. */
export const TYPE_PRICES_MAX = 100

interface SetTypePrices {
  price_type_id: string
  prices: TypePriceText[]
}

type Facts = Record<string, string>

/** Nothing moves far enough to be marked: whoever enters a price sees it. */
const NEVER_MARKED = "999999"

const setTypePricesStep = createStep(
  "set-type-prices",
  async ({ price_type_id, prices }: SetTypePrices, { container }) => {
    const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    const subject: FileSubject = { kind: "price_type", id: price_type_id }
    await requireSubject(db, subject, { forChange: true })
    const done = await db.transaction(async (trx) => {
      await lockPrices(trx, subject)
      const rows = prices.map((price, place) => ({
        ...price,
        file_row: place + 1,
        article: price.variant_id,
        starts_on: null,
        ends_on: null,
      }))
      const head = { mark_percent: NEVER_MARKED, created_by: null, file_name: "", file_sha256: "" }
      const id = await tryPrices(trx, subject, { head, rows, faults: [], isEdit: true })
      const changed = await listImportRows(trx, { import_id: id, status: null, is_marked: false, limit: TYPE_PRICES_MAX, offset: 0 })
      refuseProblem(changed.rows)
      const { found } = await applyImport(trx, { id, mode: "edit", skip_problems: false })
      return { id, counts: found.counts, ...factsOf(changed.rows) }
    })
    return new StepResponse(done, done.id)
  },
  async (id, { container }) => {
    if (id) {
      const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
      await db.transaction((trx) => undoImport(trx, id))
    }
  }
)

function refuseProblem(rows: ImportRowView[]): void {
  const refused = rows.find(({ status }) => status === "problem")
  if (refused) {
    const message = `The price of ${refused.article} (row ${refused.file_row}) cannot be set: ${refused.code}. No price was changed.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, refused.code ?? undefined)
  }
}

/** By product, unit and quantity. */
function factsOf(rows: ImportRowView[]): { before: Facts; after: Facts } {
  const sideOf = (amountOf: (row: ImportRowView) => string | null): Facts =>
    Object.fromEntries(rows.flatMap((row) => (amountOf(row) === null ? [] : [[nameOfTypePrice(row), amountOf(row) ?? ""]])))
  return { before: sideOf(({ old_amount }) => old_amount), after: sideOf(({ new_amount }) => new_amount) }
}

/** They have no days. */
const nameOfTypePrice = ({ article, variant_id, from_quantity, unit }: ImportRowView) =>
  nameOfPrice({ article, variant_id, from_quantity, unit })

/**
 * Sets or removes prices of a type of the portal, by unit and quantity too: all of them or none. The same again changes nothing.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED `erp_owned`, `prices_busy`, and the code of the first row that cannot be
 */
export const setTypePricesWorkflow = createWorkflow("set-type-prices", (input: SetTypePrices & { actor: Actor }) => {
  const done = setTypePricesStep(transform({ input }, ({ input: { actor: _, ...rest } }) => rest))
  when({ done }, ({ done: { before, after } }) => Object.keys({ ...before, ...after }).length > 0).then(() => {
    const entry = transform({ input, done }, ({ input: { actor, price_type_id }, done: { before, after } }) => ({
      ...{ actor, action: "price_type.prices_set", subject_type: "price_type", subject_id: price_type_id, before, after },
    }))
    recordAuditStep(entry)
    const data = transform({ input, done }, ({ input: { price_type_id: id }, done: { counts } }) => ({
      id,
      changed: counts.created + counts.changed + counts.removed,
    }))
    emitEventStep({ eventName: PricingEvents.TYPE_PRICES_SET, data })
  })
  return new WorkflowResponse(transform({ done }, ({ done: { counts } }): ImportCounts => counts))
})
