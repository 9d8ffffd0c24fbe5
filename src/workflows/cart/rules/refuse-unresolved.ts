import type { Refusal } from "@kontor/framework"
import type { ArticleResolution } from "../../../modules/catalog/rules/resolve-article"
import { type NamedContract, nameReason } from "./tell-price"

/** An article or a variant with a quantity, as it was asked for. */
interface Asked {
  name: string
  quantity: string
}

/** Why an asked-for article or variant did not lead to an entry that is sold. */
export function refuseUnresolved(
  { name: asked, quantity }: Asked,
  resolution: ArticleResolution,
  contract: Pick<NamedContract, "number">
): Refusal {
  const wanted = `${quantity} asked for under contract ${contract.number}`
  if (resolution.outcome === "unknown") {
    return { code: "unknown", message: `Nothing in the catalogue is known as "${asked}", ${wanted}`, subject: asked }
  }
  if (resolution.outcome === "ambiguous") {
    const known = resolution.candidates.map(({ article, sku, title, variant_title }) =>
      `${article ?? sku ?? ""} ${variant_title ?? title}`.trim()
    )
    return { code: "ambiguous", message: `"${asked}", ${wanted}, may be any of: ${known.join("; ")}`, subject: asked }
  }
  return { code: "not_listed", message: nameReason(resolution.entry, contract, `not sold now, ${quantity} asked for`), subject: asked }
}
