import type { DeliveryPoint, LegalEntity } from "../generate/partners"
import { EmulatorError } from "./error"

/** A row as the site gives it: with the site's id, and 1C's own only where there is one. */
type Given<Row extends { external_id: string }> = Omit<Row, "external_id" | "portal_id"> & { external_id?: string; portal_id: string }

export interface GivenPartners {
  legal_entities: (Given<LegalEntity> & { contact?: unknown })[]
  delivery_points: Given<DeliveryPoint>[]
}

/**
 * Reads the site's answer to `type=partners&mode=query`.
 * @throws EmulatorError reply_unreadable for what is no partners package, or has rows without an id of the site's or a name
 */
export function readGivenPartners(reply: string): GivenPartners {
  const { format, version, legal_entities, delivery_points } = parse(reply)
  if (format !== "kontor-partners" || version !== 1 || !areRows(legal_entities) || !areRows(delivery_points)) {
    throw new EmulatorError("reply_unreadable", `query: a package kontor-partners is expected, its rows with portal_id and name`)
  }
  return { legal_entities, delivery_points } as GivenPartners
}

function parse(reply: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(reply)
    return typeof value === "object" && value !== null ? { ...value } : {}
  } catch (error) {
    throw new EmulatorError("reply_unreadable", `query: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function areRows(rows: unknown): rows is { portal_id: string; name: string }[] {
  return Array.isArray(rows) && rows.every((row) => typeof row?.portal_id === "string" && typeof row?.name === "string")
}
