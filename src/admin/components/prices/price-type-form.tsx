import { Button, Input, Switch } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { isCurrency } from "../../lib/typed"
import type { PriceTypeList, PriceTypeRow } from "../../lib/price-types"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"

const PATH = "/admin/price-types"
const NONE = "none"

/** Makes a price type, or changes what may be changed of one: what the ERP has said stands there to be read. */
export const PriceTypeForm = ({ type, onDone }: { type: PriceTypeRow | null; onDone?: (type: PriceTypeRow) => void }) => {
  const { t } = useTranslation("kontor")
  const others = (useAnswer<PriceTypeList>(PATH).data?.price_types ?? []).filter(({ id }) => id !== type?.id)
  const first = {
    name: type?.name ?? "",
    currency_code: type?.currency_code ?? "rub",
    includes_vat: type?.includes_vat ?? true,
    is_retail: type?.is_retail ?? false,
    region: type?.region ?? "",
    fallback: type?.fallback?.id ?? NONE,
  }
  const [form, setForm] = useState(first)
  const change = useChange<{ price_type: PriceTypeRow }>({ onDone: ({ price_type }) => onDone?.(price_type) })
  const isOurs = type?.source !== "erp"
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const body = {
    ...(isOurs ? { name: form.name, includes_vat: form.includes_vat } : {}),
    ...(type ? {} : { currency_code: form.currency_code.trim() }),
    is_retail: form.is_retail,
    ...(type?.region_from_erp ? {} : { region: form.region.trim() || null }),
    ...(type?.fallback_from_erp ? {} : { fallback_id: form.fallback === NONE ? null : form.fallback }),
  }
  return (
    <FormDrawer
      title={t(type ? "priceTypes.change" : "priceTypes.create")}
      hint={t(isOurs ? "priceTypes.oursHint" : "priceTypes.erpHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t(type ? "priceTypes.change" : "priceTypes.create")}
        </Button>
      }
      isComplete={form.name.trim() !== "" && isCurrency(form.currency_code)}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: type ? `${PATH}/${type.id}` : PATH, method: "POST", body })}
      onClose={() => setForm(first)}
    >
      <InputField
        id="type-name"
        label={t("priceTypes.name")}
        maxLength={200}
        disabled={!isOurs}
        value={form.name}
        onChange={(name) => set({ name })}
      />
      <InputField
        id="type-currency"
        label={t("priceTypes.currency")}
        hint={t("priceTypes.currencyHint")}
        maxLength={3}
        disabled={type !== null}
        value={form.currency_code.toUpperCase()}
        onChange={(text) => set({ currency_code: text.toLowerCase() })}
      />
      <Mark id="type-vat" label={t("priceTypes.includesVat")}>
        <Switch id="type-vat" disabled={!isOurs} checked={form.includes_vat} onCheckedChange={(includes_vat) => set({ includes_vat })} />
      </Mark>
      <Mark id="type-retail" label={t("priceTypes.isRetail")}>
        <Switch id="type-retail" checked={form.is_retail} onCheckedChange={(is_retail) => set({ is_retail })} />
      </Mark>
      <InputField
        id="type-region"
        label={t("priceTypes.region")}
        hint={t("priceTypes.regionHint")}
        maxLength={100}
        disabled={type?.region_from_erp ?? false}
        value={form.region}
        onChange={(region) => set({ region })}
      />
      <FormField id="type-fallback" label={t("priceTypes.fallback")} hint={t("priceTypes.fallbackHint")}>
        {type?.fallback_from_erp ? (
          <Input id="type-fallback" disabled value={type.fallback?.name ?? "–"} />
        ) : (
          <Choice
            id="type-fallback"
            value={form.fallback}
            values={[NONE, ...others.map(({ id }) => id)]}
            label={(id) => others.find((other) => other.id === id)?.name ?? t("priceTypes.noFallback")}
            onChange={(fallback) => set({ fallback })}
          />
        )}
      </FormField>
    </FormDrawer>
  )
}

const Mark = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <label htmlFor={id} className="txt-compact-small-plus flex items-center justify-between gap-x-4">
    {label}
    {children}
  </label>
)
