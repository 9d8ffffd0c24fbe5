import type { ErpRecord } from "@kontor/framework"
import { cardsOf } from "../../../json/read-cards"
import { Supplier } from "../../generate/supplier"
import { cardsPacket } from "../cards"
import { emptyTally } from "../packet"

describe("the cards package", () => {
  const text = (supplier: Supplier) => [...cardsPacket(supplier).write(emptyTally())].join("")

  it("is what the reader of cards takes, names known goods and groups, and carries a file for each document", async () => {
    const supplier = new Supplier({ products: 120, labelled: 10 })
    const records: ErpRecord[] = []
    for await (const batch of cardsOf(JSON.parse(text(supplier)))) {
      records.push(...batch)
    }
    const known = new Set(supplier.indexes().map((index) => supplier.product(index).id))
    const told = records.flatMap((record) => {
      if (record.kind === "product_relations") {
        return [record.product_external_id, ...record.to_external_ids]
      }
      return record.kind === "product_document" ? (record.product_external_ids ?? []) : []
    })
    expect(records.filter(({ kind }) => kind === "problem")).toEqual([])
    expect(new Set(records.flatMap((record) => (record.kind === "product_relations" ? [record.relation] : [])))).toEqual(
      new Set(["related", "analogue", "accessory"])
    )
    expect(told.filter((id) => !known.has(id))).toEqual([])
    const files = [...(cardsPacket(supplier).attachments?.() ?? [])]
    const named = records.flatMap((record) => (record.kind === "product_document" ? [record.file] : []))
    expect(files.map(({ path }) => path)).toEqual(named)
    expect(new Set(named).size).toBe(named.length)
    expect(files.every(({ content }) => content.toString("latin1").endsWith("%%EOF\n"))).toBe(true)
  })

  it("is the same for the same seed", () => {
    expect(text(new Supplier({ products: 60 }))).toBe(text(new Supplier({ products: 60 })))
  })
})
