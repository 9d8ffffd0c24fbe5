export { openPriceListWriter, type PriceListWriter } from "./run-writer"
export * from "../rules/price-list"
