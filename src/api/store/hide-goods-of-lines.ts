import { dealerOf } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { seenAmong } from "../../database/queries/unseen-products"

/** A line of a cart or an order that tells of its product as it is now. */
type TellingLine = Record<string, unknown> & { variant_id: string }

/** What Medusa tells of the product of a line beside what the line keeps of it. */
const TOLD = ["variant", "product"] as const

/** Answers are carts and orders with their lines: nothing of goods lies deeper. */
const DEPTH_MAX = 8

/**
 * Lines keep the name that their product had; Medusa adds the product as it is now, by default in orders. Of one that the dealer does not see any more
 * the answer tells no more than the line does.
 */
export function hideGoodsOfLines(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const { contract } = dealerOf(req)
  const sight = contract?.assortment ?? null
  if (contract && !sight) {
    return next()
  }
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    const lines = linesIn(body, 0)
    if (lines.length === 0) {
      return answer(body)
    }
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const ids = lines.map(({ variant_id }) => variant_id)
    // Without a contract nobody sees goods.
    void (sight ? seenAmong(db, sight, [...new Set(ids)]) : Promise.resolve(new Set<string>())).then(
      (seen) => {
        lines.filter(({ variant_id }) => !seen.has(variant_id)).forEach(forget)
        answer(body)
      },
      (error: unknown) => next(error)
    )
    return res
  }
  next()
}

function forget(line: TellingLine): void {
  for (const name of TOLD.filter((each) => each in line)) {
    line[name] = null
  }
}

function linesIn(value: unknown, depth: number): TellingLine[] {
  if (typeof value !== "object" || value === null || depth > DEPTH_MAX) {
    return []
  }
  const below = Object.values(value).flatMap((each: unknown) => linesIn(each, depth + 1))
  return isTelling(value) ? [value, ...below] : below
}

const isTelling = (value: object): value is TellingLine =>
  "variant_id" in value && typeof value.variant_id === "string" && TOLD.some((name) => name in value)
