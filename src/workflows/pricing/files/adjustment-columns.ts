import type { AdjustmentKind, ScopeKind } from "../../../modules/contract-pricing/rules/adjustment"
import type { PriceFileLocale } from "./columns"

/** Columns of a file of adjustments, in the order in which they are written. Ids name for certain what has a name beside them. */
export const ADJUSTMENT_COLUMNS = [
  "name",
  "kind",
  "value",
  "currency",
  "from_quantity",
  "starts_on",
  "ends_on",
  "stacking",
  "scope_kind",
  "scope_name",
  "scope_id",
  "category_name",
  "category_id",
  "brand",
  "properties",
  "labels",
  "articles",
  "id",
] as const
export type AdjustmentColumn = (typeof ADJUSTMENT_COLUMNS)[number]

export const ADJUSTMENT_WIDTHS: Record<AdjustmentColumn, number> = {
  ...{ name: 40, kind: 14, value: 10, currency: 8, from_quantity: 14, starts_on: 12, ends_on: 12, stacking: 12, scope_kind: 18 },
  ...{ scope_name: 34, scope_id: 30, category_name: 24, category_id: 32, brand: 18, properties: 30, labels: 18, articles: 30, id: 32 },
}

export const ADJUSTMENT_HEADERS: Record<PriceFileLocale, Record<AdjustmentColumn, string>> = {
  ru: {
    ...{
      name: "Название",
      kind: "Вид",
      value: "Размер",
      currency: "Валюта",
      from_quantity: "От количества",
      starts_on: "С",
      ends_on: "По",
    },
    ...{ stacking: "Вместе с другими", scope_kind: "Для кого", scope_name: "Кто", scope_id: "Кто: ID", category_name: "Категория" },
    ...{ category_id: "Категория: ID", brand: "Бренд", properties: "Свойства", labels: "Метки", articles: "Артикулы списка", id: "ID" },
  },
  en: {
    ...{ name: "Name", kind: "Kind", value: "Value", currency: "Currency", from_quantity: "From quantity", starts_on: "From day" },
    ...{ ends_on: "To day", stacking: "Besides others", scope_kind: "For whom", scope_name: "Who", scope_id: "Who: ID" },
    ...{ category_name: "Category", category_id: "Category: ID", brand: "Brand", properties: "Properties", labels: "Labels" },
    ...{ articles: "Articles of the list", id: "ID" },
  },
}

export const KIND_WORDS: Record<PriceFileLocale, Record<AdjustmentKind, string>> = {
  ru: { percent: "процент", fixed: "сумма", withheld: "не продавать" },
  en: { percent: "percent", fixed: "money", withheld: "withhold" },
}

export const SCOPE_WORDS: Record<PriceFileLocale, Record<ScopeKind, string>> = {
  ru: {
    ...{ everyone: "все", region: "регион", client_category: "категория клиента", holding: "холдинг", legal_entity: "юрлицо" },
    contract: "договор",
  },
  en: {
    ...{ everyone: "everyone", region: "region", client_category: "client category", holding: "holding", legal_entity: "legal entity" },
    contract: "contract",
  },
}

export const STACKING_WORDS: Record<PriceFileLocale, { yes: string; no: string }> = {
  ru: { yes: "да", no: "нет" },
  en: { yes: "yes", no: "no" },
}

/** Stands for a list that is longer than a cell: it stays as it is. */
export const LIST_KEPT = "*"

/** Of adjustments in one file. */
export const ADJUSTMENT_ROWS_MAX = 1_000
