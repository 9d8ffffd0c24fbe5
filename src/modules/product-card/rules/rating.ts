import { MathBN } from "@medusajs/framework/utils"

/** What the published reviews of a product come to. */
export interface Rating {
  /** Of one to five, rounded half-up to one decimal. */
  average: string
  count: number
}

const ROUND_HALF_UP = 4

/** SQL: the rating of a product, as {@link readRating} reads it: sum and count; null = nobody has said anything. */
export const ratingOf = (productId: string): string =>
  `select r.rating_sum || ' ' || r.review_count from product_rating r where r.product_id = ${productId} and r.review_count > 0`

/** The same of products, by their ids; null = nobody has said anything of any. */
export const ratingsOf = (productIds: string): string =>
  `select json_object_agg(r.product_id, r.rating_sum || ' ' || r.review_count) from product_rating r
    where r.product_id = any (${productIds}) and r.review_count > 0`

export function readRating(written: string | null): Rating | null {
  const [sum, count] = written?.split(" ") ?? []
  return sum && count ? { average: MathBN.div(sum, count).decimalPlaces(1, ROUND_HALF_UP).toFixed(), count: Number(count) } : null
}
