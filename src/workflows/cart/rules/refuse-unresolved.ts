import type { Refusal } from "@kontor/framework"
import type { ArticleResolution } from "../../../modules/catalog/rules/resolve-article"

/** Why an asked-for article or variant did not lead to an entry that is sold. */
export function refuseUnresolved(asked: string, resolution: ArticleResolution): Refusal {
  if (resolution.outcome === "unknown") {
    return { code: "unknown", message: `Nothing in the catalogue is known as "${asked}"`, subject: asked }
  }
  if (resolution.outcome === "ambiguous") {
    const known = resolution.candidates.map(({ article, sku, title, variant_title }) =>
      `${article ?? sku ?? ""} ${variant_title ?? title}`.trim()
    )
    return { code: "ambiguous", message: `"${asked}" may be any of: ${known.join("; ")}`, subject: asked }
  }
  return { code: "not_listed", message: `"${asked}" is not sold now`, subject: asked }
}
