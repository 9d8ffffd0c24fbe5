import { toast } from "@medusajs/ui"

/** Named in one message; the number is whole. */
const NAMED_MAX = 30

/** Warns of articles that were left out, since nothing or several things have them; says nothing where there are none. */
export function tellMissing(
  t: (key: string, facts: Record<string, unknown>) => string,
  { unknown, ambiguous }: { unknown: string[]; ambiguous: string[] }
): void {
  const missing = [...unknown, ...ambiguous]
  if (missing.length > 0) {
    toast.warning(t("adjustments.missing", { total: missing.length, articles: missing.slice(0, NAMED_MAX).join(", ") }))
  }
}
