import { guid, PURPOSE } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import { supplies, type Supply } from "../generate/supplies"
import type { Packet, Tally } from "./packet"

/** What is on its way, as the JSON package "kontor-supplies", which CommerceML cannot carry. */
export function suppliesPacket(supplier: Supplier, told: readonly Supply[] = supplies(supplier)): Packet {
  const { seed, round, asOf } = supplier.config
  return {
    type: "catalog",
    filename: `supplies___${guid(seed, PURPOSE.supply, round)}.json`,
    encoding: "utf-8",
    *write(tally: Tally) {
      yield `${JSON.stringify({ format: "kontor-supplies", version: 1, formed_at: asOf, supplies: told })}\n`
      tally.documents += told.length
    },
  }
}
