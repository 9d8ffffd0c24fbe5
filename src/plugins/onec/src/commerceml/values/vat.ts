import { parseDecimal } from "./decimal"

/** «Без НДС», «Без налога (НДС)», «не облагается» and an empty rate. */
const WITHOUT_VAT = /^(?:без.*|не облагается.*|-)?$/
const MAX_PERCENT = 100

/**
 * VAT rate in percent as 1C writes it: "20", "20%", "НДС 20%", the calculated "20/120" and "НДС20_120".
 * Null means "без НДС"; undefined means that the text is not a rate.
 */
export function parseVatRate(raw: string): string | null | undefined {
  const text = raw.trim().toLowerCase()
  if (WITHOUT_VAT.test(text)) {
    return null
  }
  const [, percent = ""] = /^(?:ндс\s*)?([\d.,]+)\s*%?(?:\s*[/_]\s*1[\d.,]+\s*%?)?$/.exec(text) ?? []
  const rate = parseDecimal(percent)
  return rate !== null && Number(rate) <= MAX_PERCENT ? rate : undefined
}
