import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { listWarehouses } from "../../database/queries/list-warehouses"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { ALL_GOODS, type FileSubject } from "../../database/price-imports/subjects/subject"
import { listPriceTypes } from "../../database/price-types/list-price-types"

type Source = "erp" | "portal"

const UNKNOWN: Record<FileSubject["kind"], string> = {
  price_type: "Price type",
  contract: "Contract",
  stock: "Warehouse",
  position: "Order of goods",
}

/**
 * Whose the rows of a file are, and what people call it; a contract has prices of its own.
 *
 * @throws MedusaError NOT_FOUND for what is unknown; NOT_ALLOWED `erp_owned` for a change of what the next load would bring back
 */
export async function requireSubject(
  db: Knex,
  subject: FileSubject,
  { forChange }: { forChange: boolean }
): Promise<{ source: Source; name: string }> {
  const found = await findSubject(db, subject)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${UNKNOWN[subject.kind]} with id: ${subject.id} was not found`)
  }
  if (forChange && found.source === "erp") {
    const advice =
      subject.kind === "stock" ? "Only a warehouse that the ERP does not know is kept here." : "Make a price type of the portal."
    const message = `What stands of «${found.name}» (${subject.id}) comes from the ERP: the next load would bring it back. ${advice}`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "erp_owned")
  }
  return found
}

async function findSubject(db: Knex, { kind, id }: FileSubject): Promise<{ source: Source; name: string } | null> {
  switch (kind) {
    case "contract": {
      const contract = await termsOfContract(db, { contract_id: id })
      return contract && { source: "portal", name: contract.number }
    }
    case "price_type":
      return (await listPriceTypes(db, { id }))[0] ?? null
    case "stock":
      return (await listWarehouses(db)).find((warehouse) => warehouse.id === id) ?? null
    case "position":
      return id === ALL_GOODS ? { source: "portal", name: id } : null
  }
}
