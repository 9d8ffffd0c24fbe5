/** The 1C emulator as a library: what the demo, the tests and the bench call. */
export type { ClientKind, Connection } from "./client/connection"
export { EmulatorError, type EmulatorErrorCode } from "./client/error"
export { type BaseOrder, ORDER_STATES, OrderBase } from "./client/base"
export { PartnerBase, type TakeResult } from "./client/partner-base"
export type { FetchResult } from "./client/sale"
export type { OnProgress, ProgressEvent, SendTotals } from "./client/send"
export { DEFAULT_SUPPLIER, type SupplierConfig } from "./generate/config"
export { type DemoArticle, type DemoCast, demoCast } from "./generate/demo-cast"
export { Supplier } from "./generate/supplier"
export {
  aspectPackets,
  catalogPackets,
  type DayOptions,
  type EmulatorConfig,
  fetchOrders,
  fetchPartners,
  partnerPackets,
  runAllDay,
  runAspect,
  runCatalog,
  runChanges,
  runFull,
  type RunSummary,
  sendCards,
  sendPartners,
  sendStates,
  sendSupplies,
} from "./run"
export { type AnswerKind, ANSWERS } from "./serve/answers"
export { type PriceService, startPriceService } from "./serve/price-service"
export { writeToDirectory } from "./write/to-directory"
