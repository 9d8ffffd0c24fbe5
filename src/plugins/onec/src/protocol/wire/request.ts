import { failure } from "./failure"

const SESSION_TYPES = ["catalog", "sale", "reference", "partners"] as const
const TYPES = [...SESSION_TYPES, "get_catalog", "listen"] as const
const MODES = ["checkauth", "init", "file", "import", "query", "success", "deactivate", "complete", "info"] as const

export type ExchangeType = (typeof TYPES)[number]
export type ExchangeMode = (typeof MODES)[number]

/** Types in which files, orders or partners travel. */
export type SessionType = (typeof SESSION_TYPES)[number]

/** One command of 1C: the query string of its request. Absent parameters are null. */
export interface ExchangeCommand {
  type: ExchangeType
  /** Null only for `listen`, which has none. */
  mode: ExchangeMode | null
  filename: string | null
  sessid: string | null
  /** Schema version; only the Bitrix extension names one. */
  version: string | null
  timestamp: string | null
}

/** Reads a command. Throws `unknown_type` or `unknown_mode`; parameters that are not asked for are ignored, as clients add their own. */
export function parseCommand(query: Record<string, unknown>): ExchangeCommand {
  const type = text(query.type)
  const mode = text(query.mode)
  const knownType = TYPES.find((candidate) => candidate === type?.toLowerCase())
  if (!knownType) {
    throw failure("unknown_type", shown(type))
  }
  const knownMode = MODES.find((candidate) => candidate === mode?.toLowerCase()) ?? null
  if (!knownMode && knownType !== "listen") {
    throw failure("unknown_mode", shown(mode))
  }
  return {
    type: knownType,
    mode: knownMode,
    filename: text(query.filename),
    sessid: text(query.sessid),
    version: text(query.version),
    timestamp: text(query.timestamp),
  }
}

/** Narrows the type to those that have sessions; throws `type_unsupported` for the others. */
export function requireSessionType(type: ExchangeType): SessionType {
  const sessionType = SESSION_TYPES.find((candidate) => candidate === type)
  if (!sessionType) {
    throw failure("type_unsupported", type)
  }
  return sessionType
}

/** A repeated or structured parameter is no text: it is taken as absent. */
function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}

function shown(value: string | null): string | undefined {
  return value === null ? undefined : value.replace(/\s+/g, " ").slice(0, 50)
}
