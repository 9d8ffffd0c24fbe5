import { ExchangeFailure, failure, hasText } from "./failure"

/** Their messages are those of the database or the system: they may quote statements and data, and belong in the exchange log alone. */
const KEPT_TO_THE_LOG: ReadonlySet<string> = new Set(["data_rejected", "load_failed", "file_missing"])

/** The answer about a package that was read and refused. `detail` says where, in English; codes without a text of ours give it alone. */
export function packageFailure(code: string | null, detail: string | null): ExchangeFailure {
  if (code === null) {
    return failure("import_failed")
  }
  if (hasText(code)) {
    return failure(code, KEPT_TO_THE_LOG.has(code) ? undefined : (detail ?? undefined))
  }
  return new ExchangeFailure(code, detail || failure("import_failed").message)
}
