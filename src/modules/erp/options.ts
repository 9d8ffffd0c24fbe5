/** Options of the exchange core, given in medusa-config.ts. */
export interface ErpModuleOptions {
  /** Folder of delivered files. */
  spoolDir: string
  /** Name of the price type that becomes retail; the first one that comes, when none is named so. */
  retailPriceTypeName: string
  /** Requisites that hold a product's multiplicity, in the order of preference. */
  multiplicityRequisites: string[]
  /** Requisites that hold a product's minimum quantity. */
  minimumRequisites: string[]
  /** Requisites that hold the number by which a product is sorted. */
  positionRequisites: string[]
  /** Name of the warehouse for stock that the ERP tells as one sum. */
  defaultWarehouseName: string
  /** Zone of moments that the ERP writes without one. */
  timeZone: string
  /** Largest share of a source's published products that one deactivation may unpublish, 0 to 1. */
  deactivationShare: number
  /** Days for which applied files stay in the spool. */
  spoolRetentionDays: number
}

const DEFAULTS: ErpModuleOptions = {
  spoolDir: ".data/spool",
  retailPriceTypeName: "Розничная",
  multiplicityRequisites: ["Кратность", "КратностьОтгрузки"],
  minimumRequisites: ["МинимальноеКоличество", "Минимальное количество"],
  positionRequisites: ["Порядок", "ПорядокСортировки", "Сортировка"],
  defaultWarehouseName: "Основной склад",
  timeZone: "Europe/Moscow",
  deactivationShare: 0.2,
  spoolRetentionDays: 7,
}

/** The given options over the defaults. */
export function resolveErpOptions(given: Partial<ErpModuleOptions> | undefined): ErpModuleOptions {
  const defined = Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined))
  return { ...DEFAULTS, ...defined }
}
