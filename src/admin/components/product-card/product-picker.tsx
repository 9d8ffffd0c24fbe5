import { useTranslation } from "react-i18next"
import type { EntryList } from "../../lib/price-types"
import { Picker } from "../picker"

interface Props {
  id: string
  label: string
  /** Products that are not offered. */
  without: readonly string[]
  onChoose: (product: { product_id: string; title: string }) => void
}

/** One product of the catalogue, found by article or name. */
export const ProductPicker = ({ id, label, without, onChoose }: Props) => {
  const { t } = useTranslation("kontor")
  return (
    <Picker<EntryList>
      id={id}
      label={label}
      placeholder={t("why.productSearch")}
      path="/admin/catalog-entries"
      options={({ catalog_entries }) =>
        catalog_entries
          .filter(({ product_id }, place) => catalog_entries.findIndex((other) => other.product_id === product_id) === place)
          .filter(({ product_id }) => !without.includes(product_id))
          .map(({ product_id, title, article }) => ({ id: product_id, name: title, note: article ?? "" }))
      }
      value=""
      onChange={(product_id, title) => onChoose({ product_id, title })}
    />
  )
}
