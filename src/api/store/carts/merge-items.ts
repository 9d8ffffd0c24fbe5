import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { mergeItems, type PutItem } from "../../../workflows/cart/rules/merge-items"

/** A new cart gets one line of a product that is named twice among its lines; after Medusa's check of the body. */
export function mergeNewItems(req: MedusaRequest<{ items?: PutItem[] }>, _res: MedusaResponse, next: MedusaNextFunction): void {
  const { items } = req.validatedBody
  if (items) {
    req.validatedBody = { ...req.validatedBody, items: mergeItems(items) }
  }
  next()
}
