/** An entry whose article or SKU equals what was asked for, punctuation and look-alikes aside. */
export interface ArticleCandidate {
  entry_key: number
  variant_id: string
  article: string | null
  sku: string | null
  title: string
  variant_title: string | null
  is_listed: boolean
}

export type ArticleResolution =
  | { outcome: "found"; entry: ArticleCandidate }
  | { outcome: "unknown" }
  /** It exists, but is not sold now. */
  | { outcome: "not_listed"; entry: ArticleCandidate }
  /** Several listed entries fit; the caller must name one of them by its variant. */
  | { outcome: "ambiguous"; candidates: ArticleCandidate[] }

/**
 * Decides which entry an article means. Entries off the list never make a listed one ambiguous; of several listed ones, one
 * whose article or SKU is spelled exactly as asked wins ("A-1" beside "A1").
 */
export function resolveArticle(asked: string, candidates: ArticleCandidate[]): ArticleResolution {
  const listed = candidates.filter((candidate) => candidate.is_listed)
  const [only] = listed
  if (!only) {
    const [hidden] = candidates
    return hidden ? { outcome: "not_listed", entry: hidden } : { outcome: "unknown" }
  }
  if (listed.length === 1) {
    return { outcome: "found", entry: only }
  }
  const spelling = asked.trim()
  const [exact, ...others] = listed.filter((candidate) => candidate.article === spelling || candidate.sku === spelling)
  return exact && others.length === 0 ? { outcome: "found", entry: exact } : { outcome: "ambiguous", candidates: listed }
}
