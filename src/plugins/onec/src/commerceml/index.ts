export { readCommerceMl } from "./read-commerceml"
export type { ReadCommerceMlOptions } from "./read-commerceml"
