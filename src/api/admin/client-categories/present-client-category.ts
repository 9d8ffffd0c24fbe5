import type { FactSource } from "../../../modules/company/rules/fact-source"

interface ClientCategory {
  id: string
  name: string
  source: FactSource
  trading_hours: object | null
}

/** The fields of a category that staff see. */
export function presentClientCategory({ id, name, source, trading_hours }: ClientCategory) {
  return { id, name, source, has_trading_hours: trading_hours !== null }
}
