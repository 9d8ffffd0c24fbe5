import type { Refusal } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"

/** A request refused for reasons a person can act on; a route answers with all of them. */
export class RefusalError extends MedusaError {
  constructor(
    code: string,
    readonly refusals: Refusal[]
  ) {
    super(MedusaError.Types.NOT_ALLOWED, refusals.map(({ message }) => message).join("; "), code)
  }
}

/** Throws when there is at least one refusal. A single one gives the error its own code. */
export function throwRefusals(code: string, refusals: Refusal[]): void {
  const [first, second] = refusals
  if (first) {
    throw new RefusalError(second ? code : first.code, refusals)
  }
}
