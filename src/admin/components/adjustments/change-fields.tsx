import { Input, Label, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import type { FieldsProps } from "./target-fields"

const WAYS = ["discount", "markup"] as const
const KINDS = ["percent", "fixed"] as const

/** By how much, from which quantity, and when. */
export const ChangeFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <FormField id="adjustment-way" label={t("adjustments.way")}>
          <Choice
            id="adjustment-way"
            value={form.isMarkup ? "markup" : "discount"}
            values={WAYS}
            label={(way) => t(`adjustments.ways.${way}`)}
            onChange={(way) => onChange({ isMarkup: way === "markup" })}
          />
        </FormField>
        <FormField id="adjustment-kind" label={t("adjustments.kind")}>
          <Choice
            id="adjustment-kind"
            value={form.kind}
            values={KINDS}
            label={(kind) => t(`adjustments.kinds.${kind}`)}
            onChange={(kind) => onChange({ kind: kind === "fixed" ? "fixed" : "percent" })}
          />
        </FormField>
        <FormField id="adjustment-value" label={t(form.kind === "percent" ? "adjustments.percent" : "adjustments.money")}>
          <Input
            id="adjustment-value"
            inputMode="decimal"
            autoComplete="off"
            value={form.value}
            onChange={(event) => onChange({ value: event.target.value })}
          />
        </FormField>
        {form.kind === "fixed" && (
          <FormField id="adjustment-currency" label={t("adjustments.currency")}>
            <Input
              id="adjustment-currency"
              autoComplete="off"
              maxLength={3}
              value={form.currency.toUpperCase()}
              onChange={(event) => onChange({ currency: event.target.value })}
            />
          </FormField>
        )}
        <FormField id="adjustment-quantity" label={t("adjustments.fromQuantity")}>
          <Input
            id="adjustment-quantity"
            inputMode="decimal"
            autoComplete="off"
            value={form.fromQuantity}
            onChange={(event) => onChange({ fromQuantity: event.target.value })}
          />
        </FormField>
      </div>
      <div className="grid grid-cols-2 gap-4">
        <FormField id="adjustment-starts" label={t("adjustments.startsOn")}>
          <Input
            id="adjustment-starts"
            type="date"
            value={form.startsOn}
            onChange={(event) => onChange({ startsOn: event.target.value })}
          />
        </FormField>
        <FormField id="adjustment-ends" label={t("adjustments.endsOn")}>
          <Input id="adjustment-ends" type="date" value={form.endsOn} onChange={(event) => onChange({ endsOn: event.target.value })} />
        </FormField>
      </div>
      <div className="flex items-start gap-x-3">
        <Switch id="adjustment-stacking" checked={form.isStacking} onCheckedChange={(isStacking) => onChange({ isStacking })} />
        <Label htmlFor="adjustment-stacking" className="flex flex-col">
          <span>{t("adjustments.stacking")}</span>
          <span className="text-ui-fg-subtle txt-small">{t("adjustments.stackingHint")}</span>
        </Label>
      </div>
    </>
  )
}
