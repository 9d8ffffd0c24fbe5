import type { FactSource } from "../../../modules/company/rules/fact-source"

interface ClientCategoryView {
  id: string
  name: string
  source: FactSource
}

/** The fields of a category that staff see. */
export function presentClientCategory({ id, name, source }: ClientCategoryView): ClientCategoryView {
  return { id, name, source }
}
