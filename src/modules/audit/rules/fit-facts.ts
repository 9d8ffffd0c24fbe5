import { withoutSecrets } from "./without-secrets"

/** Characters of one side of a change; a load of thousands of rows has its own log. */
export const FACTS_MAX = 16_000

/** One side of a change as the log keeps it: JSON without secrets, or, where it is too long, how long it was. */
export function fitFacts(facts: object | null | undefined): string | null {
  if (facts == null) {
    return null
  }
  const json = JSON.stringify(withoutSecrets(facts))
  return json.length <= FACTS_MAX ? json : JSON.stringify({ left_out: true, characters: json.length })
}
