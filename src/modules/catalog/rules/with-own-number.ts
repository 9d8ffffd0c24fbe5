import { type ArticleCandidate, type ArticleResolution, resolveArticle } from "./resolve-article"

/**
 * What a text means that may also be a number of the dealer's own. His number decides where the catalogue knows no such article, or several; where it
 * knows another product by it, neither is guessed. A number of what is not sold now only tells so where the catalogue knows nothing else.
 *
 * @param own the entry that he calls so; null = it is no number of his
 */
export function withOwnNumber(asked: string, resolution: ArticleResolution, own: ArticleCandidate | null): ArticleResolution {
  if (own === null || (resolution.outcome === "found" && resolution.entry.entry_key === own.entry_key)) {
    return resolution
  }
  if (!own.is_listed && resolution.outcome !== "unknown") {
    return resolution
  }
  return resolution.outcome === "found" ? { outcome: "ambiguous", candidates: [own, resolution.entry] } : resolveArticle(asked, [own])
}
