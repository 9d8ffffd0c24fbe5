/** Lengths of schema 2.08 in characters; the built-in exchange keeps numbers of orders in 11. */
export const ERP_LIMITS = {
  id: 40,
  productId: 80,
  number: 11,
  name: 255,
  comment: 3000,
  requisite: 1000,
  article: 100,
} as const
