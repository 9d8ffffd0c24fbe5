import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CurrencyRateList, CurrencyRateRow } from "../lib/currency-rates"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"

const PATH = "/admin/currency-rates"

/** Tells the rate of a day, or corrects the one that is given: its currencies and its day name it, so they stay. */
export const CurrencyRateForm = ({ rate, onClose }: { rate: CurrencyRateRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const { data } = useAnswer<CurrencyRateList>(PATH, { limit: 1 })
  const [currency, setCurrency] = useState(rate?.currency_code.toUpperCase() ?? "")
  const [inCurrency, setInCurrency] = useState(rate?.in_currency.toUpperCase() ?? "")
  const [day, setDay] = useState(rate?.on_date ?? "")
  const [value, setValue] = useState(rate?.rate ?? "")
  const [nominal, setNominal] = useState("1")
  const change = useChange()
  const base = data?.base_currency?.toUpperCase() ?? ""
  const pricedIn = inCurrency || base
  const body = { currency_code: currency, in_currency: pricedIn, on_date: day, rate: value, nominal }
  return (
    <FormDrawer
      title={t(rate ? "currencies.correct" : "currencies.add")}
      hint={t("currencies.formHint")}
      isComplete={[day, currency, pricedIn, value, nominal].every((text) => text.trim() !== "")}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: PATH, method: "POST", body })}
      onClose={onClose}
    >
      <FormField id="rate-day" label={t("currencies.day")}>
        <Input id="rate-day" type="date" disabled={rate !== null} value={day} onChange={(event) => setDay(event.target.value)} />
      </FormField>
      <FormField id="rate-currency" label={t("currencies.currency")}>
        <Input
          id="rate-currency"
          autoComplete="off"
          maxLength={3}
          placeholder="USD"
          disabled={rate !== null}
          value={currency}
          onChange={(event) => setCurrency(event.target.value.toUpperCase())}
        />
      </FormField>
      <FormField id="rate-nominal" label={t("currencies.nominal")}>
        <Input
          id="rate-nominal"
          autoComplete="off"
          inputMode="decimal"
          value={nominal}
          onChange={(event) => setNominal(event.target.value)}
        />
      </FormField>
      <FormField id="rate-value" label={t("currencies.rate")} hint={t("currencies.rateHint")}>
        <Input id="rate-value" autoComplete="off" inputMode="decimal" value={value} onChange={(event) => setValue(event.target.value)} />
      </FormField>
      <FormField id="rate-in" label={t("currencies.inCurrency")}>
        <Input
          id="rate-in"
          autoComplete="off"
          maxLength={3}
          placeholder={base}
          disabled={rate !== null}
          value={inCurrency}
          onChange={(event) => setInCurrency(event.target.value.toUpperCase())}
        />
      </FormField>
    </FormDrawer>
  )
}
