/** A prefix, an underscore and a ULID: what Medusa and Kontor name things by. */
const ID = /^[a-z]+(?:_[a-z]+)*_[0-9A-HJKMNP-TV-Z]{26}$/

/** More than one entry is read for. */
const IDS_MAX = 200

/** Ids that stand in the facts of a change, at any depth, each once. */
export function idsInFacts(...facts: unknown[]): string[] {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (found.size >= IDS_MAX) {
      return
    }
    if (typeof value === "string") {
      if (ID.test(value)) {
        found.add(value)
      }
    } else if (typeof value === "object" && value !== null) {
      Object.values(value).forEach(collect)
    }
  }
  facts.forEach(collect)
  return [...found]
}
