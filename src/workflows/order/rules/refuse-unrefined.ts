import type { Refusal } from "@kontor/framework"

/** Whose carts are placed with the ERP's word only: everybody's, nobody's, or those under the contracts named by id. */
export type RefinementRequired = boolean | readonly string[]

/** One refusal that names every line whose price is not the ERP's own word, where the contract or the installation asks for it. */
export function refuseUnrefined(
  required: RefinementRequired,
  contract: { id: string; number: string },
  lines: readonly { id: string; title: string; unit_price: string }[],
  isRefined: (lineId: string) => boolean
): Refusal[] {
  const isRequired = typeof required === "boolean" ? required : required.includes(contract.id)
  const open = isRequired ? lines.filter(({ id }) => !isRefined(id)) : []
  if (open.length === 0) {
    return []
  }
  const named = open.slice(0, 5).map(({ title, unit_price }) => `"${title}" at ${unit_price}`)
  const message = `Under contract ${contract.number} orders are placed at prices that the ERP has confirmed; not confirmed: ${named.join(", ")}`
  return [{ code: "refinement_required", message, subject: contract.id, details: { line_ids: open.map(({ id }) => id) } }]
}
