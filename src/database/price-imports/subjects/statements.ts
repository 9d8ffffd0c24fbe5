import { CONTRACT } from "./contract"
import { POSITION } from "./position"
import { PRICE_TYPE } from "./price-type"
import { STOCK } from "./stock"
import type { FileSubject, SubjectStatements } from "./subject"

export const STATEMENTS: Record<FileSubject["kind"], SubjectStatements> = {
  price_type: PRICE_TYPE,
  contract: CONTRACT,
  stock: STOCK,
  position: POSITION,
}
