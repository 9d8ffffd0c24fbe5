import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type ChoiceList, SCOPES } from "../lib/adjustment-types"
import { decimalIn, isDecimal } from "../lib/typed"
import { BASES, type ThresholdRow } from "../lib/price-thresholds"
import type { PriceTypeList } from "../lib/price-types"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"
import { Picker } from "./picker"

const PATH = "/admin/price-thresholds"

/** What a new threshold begins with. */
const NEW: Omit<ThresholdRow, "id" | "updated_at" | "source" | "document"> = {
  scope: { kind: "everyone", id: null, name: null },
  basis: "total",
  from_amount: "",
  currency_code: null,
  price_type: { id: "", name: null },
  starts_on: null,
  ends_on: null,
}

/** Makes a threshold, or changes the one that is given. */
export const PriceThresholdForm = ({ threshold, onClose }: { threshold: ThresholdRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const { data } = useAnswer<PriceTypeList>("/admin/price-types")
  const types = data?.price_types ?? []
  const [form, setForm] = useState(threshold ?? NEW)
  const set = (change: Partial<typeof NEW>) => setForm({ ...form, ...change })
  const change = useChange()
  const { scope, basis, from_amount, price_type, starts_on, ends_on } = form
  const type = types.find(({ id }) => id === price_type.id)
  const currency_code = basis === "total" ? (type?.currency_code ?? null) : null
  const body = {
    scope: { kind: scope.kind, id: scope.id },
    ...{ basis, from_amount: decimalIn(from_amount), currency_code, price_type_id: price_type.id, starts_on, ends_on },
    ...(threshold ? { updated_at: threshold.updated_at } : {}),
  }
  return (
    <FormDrawer
      title={t(threshold ? "thresholds.change" : "thresholds.add")}
      hint={t("thresholds.formHint")}
      isComplete={isDecimal(from_amount, 12, 6) && type !== undefined && (scope.kind === "everyone" || scope.id !== null)}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: threshold ? `${PATH}/${threshold.id}` : PATH, method: "POST", body })}
      onClose={onClose}
    >
      <FormField id="threshold-basis" label={t("thresholds.basis")}>
        <Choice
          id="threshold-basis"
          value={basis}
          values={BASES}
          label={(value) => t(`thresholds.bases.${value}`)}
          onChange={(value) => set({ basis: BASES.find((each) => each === value) ?? basis })}
        />
      </FormField>
      <InputField
        id="threshold-from"
        label={currency_code ? `${t("thresholds.from")}, ${currency_code.toUpperCase()}` : t("thresholds.from")}
        hint={t("thresholds.fromHint")}
        inputMode="decimal"
        value={from_amount}
        onChange={(text) => set({ from_amount: text })}
      />
      <FormField id="threshold-type" label={t("thresholds.type")}>
        <Choice
          id="threshold-type"
          value={price_type.id}
          values={types.map(({ id }) => id)}
          label={(id) => types.find((each) => each.id === id)?.name ?? id}
          onChange={(id) => set({ price_type: { id, name: null } })}
        />
      </FormField>
      <FormField id="threshold-scope" label={t("thresholds.scope")}>
        <Choice
          id="threshold-scope"
          value={scope.kind}
          values={SCOPES}
          label={(kind) => t(`thresholds.scopes.${kind}`)}
          onChange={(value) => set({ scope: { kind: SCOPES.find((each) => each === value) ?? scope.kind, id: null, name: null } })}
        />
      </FormField>
      {scope.kind !== "everyone" && (
        <Picker<ChoiceList>
          key={scope.kind}
          id="threshold-for"
          label={t(`thresholds.scopes.${scope.kind}`)}
          placeholder={t("entities.name")}
          path="/admin/price-adjustments/choices"
          within={{ kind: scope.kind }}
          first={scope.name?.split(" · ")[0] ?? ""}
          options={({ choices }) => choices.map(({ id, name, note }) => ({ id, name, note: note ?? "" }))}
          value={scope.id ?? ""}
          onChange={(id) => set({ scope: { ...scope, id } })}
        />
      )}
      <InputField
        id="threshold-starts"
        label={t("thresholds.startsOn")}
        type="date"
        value={starts_on ?? ""}
        onChange={(text) => set({ starts_on: text || null })}
      />
      <InputField
        id="threshold-ends"
        label={t("thresholds.endsOn")}
        type="date"
        value={ends_on ?? ""}
        onChange={(text) => set({ ends_on: text || null })}
      />
    </FormDrawer>
  )
}
