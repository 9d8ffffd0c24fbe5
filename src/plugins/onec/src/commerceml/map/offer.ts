import type { ErpOffer } from "@kontor/framework"
import { quote } from "../record-sink"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { checkNameLength, isDeleted, readExternalId, readOptionalText, withoutUndefined } from "./fields"
import { parseOfferId } from "./offer-id"
import type { OfferId } from "./offer-id"
import { mapPrices } from "./price"
import { readCharacteristics, readPropertyValues } from "./product"
import { mapStock } from "./stock"
import { readUnits } from "./units"

/** What describes the offer itself. Packages of prices and stock name it by Ид only and say nothing about it. */
const DESCRIPTION = new Set(["Наименование", "Артикул", "Штрихкод", "БазоваяЕдиница", "ХарактеристикиТовара", "ЗначенияСвойств"])

/** `Предложение`: the offer when it is described, then its prices, then its stock. */
export function mapOffer(node: XmlNode, context: PackageContext): void {
  const raw = readExternalId(node.textOf("Ид"), "offer", context.sink)
  if (raw === null) {
    return
  }
  const id = parseOfferId(raw, node.textOf("ИдХарактеристики"))
  if (!id) {
    context.sink.problem("external_id_missing", `The Ид ${quote(raw)} of an offer has no item before "#"`, raw)
    return
  }
  const is_deleted = isDeleted(node)
  if (is_deleted || node.children.some((child) => DESCRIPTION.has(child.name))) {
    addOffer(node, id, is_deleted, context)
  }
  mapPrices(node, id.offer, context)
  mapStock(node, id.offer, context)
}

function addOffer(node: XmlNode, id: OfferId, is_deleted: boolean, context: PackageContext): void {
  const name = checkNameLength(node.textOf("Наименование") ?? "", "offer", id.offer, context.sink)
  if (name === null) {
    return
  }
  const offer: ErpOffer = {
    kind: "offer",
    external_id: id.offer,
    product_external_id: id.product,
    name: name === "" ? undefined : name,
    article: readOptionalText(node, "Артикул"),
    barcode: readOptionalText(node, "Штрихкод"),
    units: readUnits(node, id.offer, context),
    characteristics: readCharacteristics(node),
    properties: readPropertyValues(node, id.offer, context),
    is_deleted,
  }
  context.sink.add(withoutUndefined(offer))
}
