import { Label, Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import type { FieldsProps } from "./target-fields"

const WAYS = ["discount", "markup", "withheld"] as const
const KINDS = ["percent", "fixed"] as const

/** By how much, from which quantity, and when. */
export const ChangeFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const isWithheld = form.kind === "withheld"
  const choose = (way: string) =>
    onChange(way === "withheld" ? { kind: "withheld" } : { isMarkup: way === "markup", kind: isWithheld ? "percent" : form.kind })
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <FormField id="adjustment-way" label={t("adjustments.way")}>
          <Choice
            id="adjustment-way"
            value={isWithheld ? "withheld" : form.isMarkup ? "markup" : "discount"}
            values={WAYS}
            label={(way) => t(`adjustments.ways.${way}`)}
            onChange={choose}
          />
        </FormField>
        {!isWithheld && <SizeFields form={form} onChange={onChange} />}
      </div>
      {isWithheld && (
        <Text className="text-ui-fg-subtle" size="small">
          {t("adjustments.withheldHint")}
        </Text>
      )}
      <div className="grid grid-cols-2 gap-4">
        <InputField
          id="adjustment-starts"
          label={t("adjustments.startsOn")}
          type="date"
          value={form.startsOn}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        <InputField
          id="adjustment-ends"
          label={t("adjustments.endsOn")}
          type="date"
          value={form.endsOn}
          onChange={(endsOn) => onChange({ endsOn })}
        />
      </div>
      {!isWithheld && (
        <div className="flex items-start gap-x-3">
          <Switch id="adjustment-stacking" checked={form.isStacking} onCheckedChange={(isStacking) => onChange({ isStacking })} />
          <Label htmlFor="adjustment-stacking" className="flex flex-col">
            <span>{t("adjustments.stacking")}</span>
            <span className="text-ui-fg-subtle txt-small">{t("adjustments.stackingHint")}</span>
          </Label>
        </div>
      )}
    </>
  )
}

/** How it is counted, how much it is, and from which quantity on. */
const SizeFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  return (
    <>
      <FormField id="adjustment-kind" label={t("adjustments.kind")}>
        <Choice
          id="adjustment-kind"
          value={form.kind}
          values={KINDS}
          label={(kind) => t(`adjustments.kinds.${kind}`)}
          onChange={(kind) => onChange({ kind: kind === "fixed" ? "fixed" : "percent" })}
        />
      </FormField>
      <InputField
        id="adjustment-value"
        label={t(form.kind === "percent" ? "adjustments.percent" : "adjustments.money")}
        inputMode="decimal"
        value={form.value}
        onChange={(value) => onChange({ value })}
      />
      {form.kind === "fixed" && (
        <InputField
          id="adjustment-currency"
          label={t("adjustments.currency")}
          maxLength={3}
          value={form.currency.toUpperCase()}
          onChange={(currency) => onChange({ currency })}
        />
      )}
      <InputField
        id="adjustment-quantity"
        label={t("adjustments.fromQuantity")}
        inputMode="decimal"
        value={form.fromQuantity}
        onChange={(fromQuantity) => onChange({ fromQuantity })}
      />
    </>
  )
}
