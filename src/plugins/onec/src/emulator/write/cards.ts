import { cardDocuments, relations } from "../generate/cards"
import { guid, PURPOSE } from "../generate/random"
import type { Supplier } from "../generate/supplier"
import type { Packet, Tally } from "./packet"
import { writePdf } from "./pdf"

/** What stands on cards beside the product, as the JSON package "kontor-cards", which CommerceML cannot carry, with the files of the documents. */
export function cardsPacket(supplier: Supplier): Packet {
  const { seed, round, asOf } = supplier.config
  const documents = cardDocuments(supplier)
  return {
    type: "catalog",
    filename: `cards___${guid(seed, PURPOSE.cards, round)}.json`,
    encoding: "utf-8",
    *write(tally: Tally) {
      yield `${JSON.stringify({ format: "kontor-cards", version: 1, formed_at: asOf, relations: relations(supplier), documents })}\n`
      tally.documents += documents.length
    },
    *attachments() {
      for (const { file, title_en, external_id } of documents) {
        yield { path: file, content: writePdf([title_en, `Document ${external_id}`]) }
      }
    },
  }
}
