export { PriceListFile } from "./price-list-file"
