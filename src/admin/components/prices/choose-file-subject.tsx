import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../../lib/format"
import type { PriceImport, PriceTypeList, Warehouse } from "../../lib/price-types"
import { useAnswer } from "../../lib/use-answer"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { ChooseContract } from "./choose-contract"

/** There is one order of goods. */
export const ALL_GOODS = "catalog"

interface Props {
  kind: PriceImport["kind"]
  id: string
  onChange: (id: string, isOfErp: boolean) => void
}

/** Whose rows a file has: a price type, a contract or a warehouse; of the order of goods there is nothing to choose. */
export const ChooseFileSubject = ({ kind, id, onChange }: Props) => {
  switch (kind) {
    case "price_type":
      return <ChoosePriceType id={id} onChange={onChange} />
    case "contract":
      return <ChooseOfContract id={id} onChange={onChange} />
    case "stock":
      return <ChooseWarehouse id={id} onChange={onChange} />
    case "position":
      return null
  }
}

type PartProps = Omit<Props, "kind">

const ChoosePriceType = ({ id, onChange }: PartProps) => {
  const { t } = useTranslation("kontor")
  const types = useAnswer<PriceTypeList>("/admin/price-types").data?.price_types ?? []
  const find = (typeId: string) => types.find((each) => each.id === typeId)
  const nameOf = (typeId: string) => {
    const found = find(typeId)
    return found ? `${found.name} · ${t(`factSource.${found.source}`)}` : typeId
  }
  return (
    <FormField id="type" label={t("priceFiles.priceType")}>
      <Choice
        id="type"
        value={id}
        values={types.map((each) => each.id)}
        label={nameOf}
        onChange={(next) => onChange(next, find(next)?.source === "erp")}
      />
    </FormField>
  )
}

const ChooseOfContract = ({ id, onChange }: PartProps) => {
  const [client, setClient] = useState("")
  return (
    <ChooseContract
      client={client}
      contract={id}
      onClient={(next) => {
        setClient(next)
        onChange("", false)
      }}
      onContract={(next) => onChange(next, false)}
    />
  )
}

const ChooseWarehouse = ({ id, onChange }: PartProps) => {
  const { t, i18n } = useTranslation("kontor")
  const warehouses = useAnswer<{ warehouses: Warehouse[] }>("/admin/warehouses").data?.warehouses ?? []
  const chosen = warehouses.find((each) => each.id === id)
  return (
    <FormField
      id="warehouse"
      label={t("priceFiles.warehouse")}
      hint={chosen ? t("priceFiles.warehouseNote", { as_of: formatDateTime(chosen.as_of, i18n.language) }) : undefined}
    >
      <Choice
        id="warehouse"
        value={id}
        values={warehouses.map((each) => each.id)}
        label={(each) => {
          const found = warehouses.find((warehouse) => warehouse.id === each)
          return found ? `${found.name} · ${t(`factSource.${found.source}`)}` : each
        }}
        onChange={(next) => onChange(next, warehouses.find((each) => each.id === next)?.source === "erp")}
      />
    </FormField>
  )
}
