import { useTranslation } from "react-i18next"
import { useAnswer } from "../../lib/use-answer"
import { Choice } from "../choice"
import { FilterChoice } from "../filter-choice"
import { FormField } from "../form-field"

interface Warehouses {
  stock_locations: { id: string; name: string }[]
}

/** A list of Radix has no empty value. */
const NONE = "none"

/** Medusa's stock locations, as many as a list has room for. */
function useWarehouses(): Warehouses["stock_locations"] {
  const { data } = useAnswer<Warehouses>("/admin/stock-locations", { limit: 200, fields: "id,name" })
  return data?.stock_locations ?? []
}

/** The warehouse that goods go to; empty: not known. */
export const WarehouseField = ({ id, value, onChange }: { id: string; value: string; onChange: (id: string) => void }) => {
  const { t } = useTranslation("kontor")
  const warehouses = useWarehouses()
  const nameOf = (each: string) =>
    each === NONE ? t("supplies.noWarehouse") : (warehouses.find((warehouse) => warehouse.id === each)?.name ?? each)
  return (
    <FormField id={id} label={t("supplies.warehouse")}>
      <Choice
        id={id}
        value={value || NONE}
        values={[NONE, ...warehouses.map((warehouse) => warehouse.id)]}
        label={nameOf}
        onChange={(chosen) => onChange(chosen === NONE ? "" : chosen)}
      />
    </FormField>
  )
}

/** A list of supplies narrowed to one warehouse. */
export const WarehouseFilter = ({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) => {
  const { t } = useTranslation("kontor")
  const warehouses = useWarehouses()
  return (
    <FilterChoice
      label={t("supplies.warehouse")}
      value={value}
      values={warehouses.map(({ id }) => id)}
      text={(each) => warehouses.find(({ id }) => id === each)?.name ?? each}
      onChange={onChange}
    />
  )
}
