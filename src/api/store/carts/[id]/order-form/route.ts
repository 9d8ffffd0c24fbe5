import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readOrderFile, type OrderFileOptions } from "../../../../../modules/order-rules/order-file"
import { fromOrderFile } from "../../../../../workflows/cart/from-order-file"
import { learnPartNumbers } from "../../../../../workflows/cart/learn-part-numbers"
import { putCartLinesWorkflow } from "../../../../../workflows/cart/put-cart-lines"
import { MAX_CART_LINES } from "../../../../../workflows/cart/steps/put-cart-lines"
import { requireReach } from "../../../../dealer-scope"
import { uploadedForm } from "../../upload"
import type { StoreOrderFormQuery } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<unknown, StoreOrderFormQuery>, res: MedusaResponse) {
  const { contract, actor } = dealerOf(req)
  const upload = uploadedForm(req)
  const file = await readOrderFile({ buffer: upload.buffer, filename: upload.originalname }, readingOptions(req.validatedQuery))
  const { result } = await putCartLinesWorkflow(req.scope).run({
    input: {
      cart_id: req.params.id ?? "",
      mode: req.validatedQuery.mode === "set" ? "set" : "add",
      ...fromOrderFile(file),
      contract_id: contract?.id ?? null,
      entity_ids: requireReach(req, "cart", "edit").entity_ids,
    },
  })
  const { learn } = req.validatedQuery
  const own_numbers = await learnPartNumbers(req.scope, { contract, cart_id: result.cart_id, file, lines: result.lines, learn, actor })
  const { format, sheet, header, rows, skipped } = file
  res.json({ ...result, own_numbers, file: { format, sheet, header, rows: rows.length, skipped } })
}

function readingOptions(query: Record<string, unknown>): OrderFileOptions {
  const { article_column, quantity_column, unit_column, own_number_column, header_row, decimal_separator } = query as StoreOrderFormQuery
  const columns =
    article_column === undefined || quantity_column === undefined
      ? {}
      : {
          columns: {
            article: article_column,
            quantity: quantity_column,
            unit: unit_column ?? null,
            own_number: own_number_column ?? null,
            header_row: header_row ?? null,
          },
        }
  return { max_rows: MAX_CART_LINES, ...columns, ...(decimal_separator ? { decimal_separator } : {}) }
}
