export * from "./erp/adapter"
export * from "./erp/records"
