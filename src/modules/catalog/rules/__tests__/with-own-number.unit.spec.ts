import type { ArticleCandidate, ArticleResolution } from "../resolve-article"
import { withOwnNumber } from "../with-own-number"

const entry = (entry_key: number, is_listed = true): ArticleCandidate => ({
  ...{ entry_key, is_listed, variant_id: `variant_${entry_key}`, article: "A", sku: null, title: "T", variant_title: null },
})

const OWN = entry(1)
const found = (of: ArticleCandidate): ArticleResolution => ({ outcome: "found", entry: of })
const UNKNOWN: ArticleResolution = { outcome: "unknown" }
const SEVERAL: ArticleResolution = { outcome: "ambiguous", candidates: [entry(2), entry(3)] }

describe("a text that may be a number of the dealer's own", () => {
  it.each<[string, ArticleResolution, ArticleCandidate | null, ArticleResolution]>([
    ["is an article where it is no number", found(entry(2)), null, found(entry(2))],
    ["is the number where there is no such article", UNKNOWN, OWN, found(OWN)],
    ["is the number where several articles fit", SEVERAL, OWN, found(OWN)],
    ["is the number where the article is not sold now", { outcome: "not_listed", entry: entry(2, false) }, OWN, found(OWN)],
    ["is what both mean", found(OWN), OWN, found(OWN)],
    ["is not guessed where they mean two products", found(entry(2)), OWN, { outcome: "ambiguous", candidates: [OWN, entry(2)] }],
    ["is the article where the number is of what is not sold now", found(entry(2)), entry(1, false), found(entry(2))],
    ["is not settled by a number of what is not sold now", SEVERAL, entry(1, false), SEVERAL],
    ["of what is not sold now is told as such", UNKNOWN, entry(1, false), { outcome: "not_listed", entry: entry(1, false) }],
  ])("%s", (_, resolution, own, expected) => {
    expect(withOwnNumber("1", resolution, own)).toEqual(expected)
  })
})
