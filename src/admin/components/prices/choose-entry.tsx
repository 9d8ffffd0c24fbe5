import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { EntryList } from "../../lib/price-types"
import { productName } from "../../lib/product-name"
import { useAnswer } from "../../lib/use-answer"
import { Picker } from "../picker"
import { Chosen } from "./choose-contract"

const PATH = "/admin/catalog-entries"

interface Props {
  /** Only its variants are offered; all of the catalogue when empty. */
  product: string
  variant: string
  onChange: (id: string) => void
}

/** One entry of the catalogue, found by article or name. */
export const ChooseEntry = ({ product, variant, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  if (variant !== "") {
    return <ChosenEntry variant={variant} onChange={() => onChange("")} />
  }
  return (
    <>
      {product !== "" && <TakeOnly product={product} onChange={onChange} />}
      <Picker<EntryList>
        id="entry"
        label={t("why.product")}
        placeholder={t("why.productSearch")}
        path={PATH}
        {...(product ? { within: { product_id: product } } : {})}
        options={({ catalog_entries }) =>
          catalog_entries.map((entry) => ({ id: entry.variant_id, name: productName(entry), note: entry.article ?? "" }))
        }
        value={variant}
        onChange={onChange}
      />
    </>
  )
}

const ChosenEntry = ({ variant, onChange }: { variant: string; onChange: () => void }) => {
  const { t } = useTranslation("kontor")
  const entry = useAnswer<EntryList>(PATH, { variant_id: variant }).data?.catalog_entries[0]
  const name = entry ? [entry.article, productName(entry)].filter(Boolean).join(" · ") : variant
  return <Chosen label={t("why.product")} name={name} onChange={onChange} />
}

/** Chooses the variant of a product that has no other. */
const TakeOnly = ({ product, onChange }: Pick<Props, "product" | "onChange">) => {
  const { data } = useAnswer<EntryList>(PATH, { product_id: product })
  const only = data?.count === 1 ? data.catalog_entries[0]?.variant_id : undefined
  useEffect(() => {
    if (only !== undefined) {
      onChange(only)
    }
  }, [only, onChange])
  return null
}
