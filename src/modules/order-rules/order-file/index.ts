export { readOrderFile } from "./read-order-file"
export { OrderFileRefusal, type OrderFileRefusalCode } from "./refusal"
export * from "./types"
export { writeOrderTemplate, type TemplateLocale } from "./write-order-template"
