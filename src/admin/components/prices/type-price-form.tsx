import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TypePriceRow } from "../../lib/price-types"
import { productName } from "../../lib/product-name"
import { decimalIn, isDecimal } from "../../lib/typed"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { InputField } from "../input-field"
import { ChooseEntry } from "./choose-entry"

interface Props {
  /** Route of the prices of the type. */
  path: string
  /** The price that is changed; null makes one. */
  row: TypePriceRow | null
  onClose: () => void
}

/** One price of a type of the portal: plain, of a sales unit, or from a quantity on. What names it stands still once it is there. */
export const TypePriceForm = ({ path, row, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [variant, setVariant] = useState(row?.variant_id ?? "")
  const [unit, setUnit] = useState(row?.unit ?? "")
  const [from, setFrom] = useState(row && row.from_quantity !== "0" ? row.from_quantity : "")
  const [amount, setAmount] = useState(row?.amount ?? "")
  const change = useChange()
  const isComplete = variant !== "" && isDecimal(amount, 14, 6) && (from.trim() === "" || isDecimal(from, 12, 6))
  const price = { variant_id: variant, unit: unit.trim(), from_quantity: decimalIn(from) || "0", amount: decimalIn(amount) }
  return (
    <FormDrawer
      title={t(row ? "priceTypes.changePrice" : "priceTypes.addPrice")}
      hint={row ? productName(row) : t("priceTypes.addPriceHint")}
      isComplete={isComplete}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path, method: "POST", body: { prices: [price] } })}
      onClose={onClose}
    >
      {row === null && <ChooseEntry product="" variant={variant} onChange={setVariant} />}
      <InputField
        id="price-unit"
        label={t("priceTypes.unit")}
        hint={t("priceTypes.unitHint")}
        maxLength={50}
        disabled={row !== null}
        value={unit}
        onChange={setUnit}
      />
      <InputField
        id="price-from"
        label={t("priceTypes.from")}
        hint={t("priceTypes.fromHint")}
        inputMode="decimal"
        disabled={row !== null}
        value={from}
        onChange={setFrom}
      />
      <InputField
        id="price-amount"
        label={t("why.price")}
        hint={t("priceTypes.amountHint")}
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
      />
    </FormDrawer>
  )
}
