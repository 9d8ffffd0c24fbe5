import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CurrencyRateRow } from "../lib/currency-rates"
import { decimalIn, isCurrency, isDecimal } from "../lib/typed"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { InputField } from "./input-field"

const PATH = "/admin/currency-rates"

interface Props {
  /** Null tells a new one. */
  rate: CurrencyRateRow | null
  /** The currency that a rate is in unless told; empty while it is not known. */
  base: string
  onClose: () => void
}

/** Positive, with as many digits as the server takes. */
const isRate = (text: string) => isDecimal(text, 10, 10) && /[1-9]/.test(text)

/** Tells the rate of a day, or corrects the one that is given: its currencies and its day name it, so they stay. */
export const CurrencyRateForm = ({ rate, base, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [currency, setCurrency] = useState(rate?.currency_code.toUpperCase() ?? "")
  const [inCurrency, setInCurrency] = useState(rate?.in_currency.toUpperCase() ?? "")
  const [day, setDay] = useState(rate?.on_date ?? "")
  const [value, setValue] = useState(rate?.rate ?? "")
  const [nominal, setNominal] = useState("1")
  const change = useChange()
  const pricedIn = inCurrency || base.toUpperCase()
  const body = { currency_code: currency, in_currency: pricedIn, on_date: day, rate: decimalIn(value), nominal: decimalIn(nominal) }
  return (
    <FormDrawer
      title={t(rate ? "currencies.correct" : "currencies.add")}
      hint={t("currencies.formHint")}
      isComplete={day !== "" && [currency, pricedIn].every(isCurrency) && [value, nominal].every(isRate)}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: PATH, method: "POST", body })}
      onClose={onClose}
    >
      <InputField id="rate-day" label={t("currencies.day")} type="date" disabled={rate !== null} value={day} onChange={setDay} />
      <InputField
        id="rate-currency"
        label={t("currencies.currency")}
        maxLength={3}
        placeholder="USD"
        disabled={rate !== null}
        value={currency}
        onChange={(text) => setCurrency(text.toUpperCase())}
      />
      <InputField id="rate-nominal" label={t("currencies.nominal")} inputMode="decimal" value={nominal} onChange={setNominal} />
      <InputField
        id="rate-value"
        label={t("currencies.rate")}
        hint={t("currencies.rateHint")}
        inputMode="decimal"
        value={value}
        onChange={setValue}
      />
      <InputField
        id="rate-in"
        label={t("currencies.inCurrency")}
        maxLength={3}
        placeholder={base.toUpperCase()}
        disabled={rate !== null}
        value={inCurrency}
        onChange={(text) => setInCurrency(text.toUpperCase())}
      />
    </FormDrawer>
  )
}
