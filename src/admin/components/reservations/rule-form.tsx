import { Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SCOPES } from "../../lib/adjustment-types"
import {
  NUMBER_FIELDS,
  reservationBodyOf,
  reservationFormOf,
  type ReservationRuleForm as Form,
  type ReservationRulePreview,
  type ReservationRuleRow,
  STARTS,
  STATE_FIELDS,
} from "../../lib/reservations"
import { ScopeFields } from "../adjustments/target-fields"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { PreviewedForm } from "../previewed-form"
import { ReservationRulePreviewPanel } from "./rule-preview"

/** What says nothing; a choice of the kit may not have an empty value. */
const UNSAID = "unsaid"

interface Props {
  rule: ReservationRuleRow | null
  /** States that 1C has said so far. */
  erpStates: string[]
  onClose: () => void
}

/** Makes or changes a reservation rule, whose effect is looked at first. */
export const ReservationRuleForm = ({ rule, erpStates, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => reservationFormOf(rule))
  const set = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  return (
    <PreviewedForm<ReservationRulePreview>
      path="/admin/reservation-rules"
      name="reservation_rule"
      standing={rule}
      body={reservationBodyOf(form)}
      title={t(rule ? "reservations.change" : "reservations.add")}
      lookFirst={t("reservations.lookFirst")}
      panel={(preview) => <ReservationRulePreviewPanel preview={preview} />}
      onClose={onClose}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("reservations.formHint")}
      </Text>
      <ScopeFields form={form} kinds={SCOPES} hint={t("reservations.scopeHint")} onChange={set} />
      <FormField id="reservation-starts" label={t("reservations.starts")} hint={t("reservations.startsHint")}>
        <Choice
          id="reservation-starts"
          value={form.starts || UNSAID}
          values={[UNSAID, ...STARTS]}
          label={(value) => t(`reservations.startsValues.${value}`)}
          onChange={(value) => set({ starts: STARTS.find((each) => each === value) ?? "" })}
        />
      </FormField>
      {NUMBER_FIELDS.map((field) => (
        <InputField
          key={field}
          id={`reservation-${field}`}
          label={t(`reservations.fields.${field}`)}
          hint={t(`reservations.hints.${field}`)}
          inputMode="numeric"
          value={form[field]}
          onChange={(text) => set({ [field]: text })}
        />
      ))}
      {STATE_FIELDS.filter((field) => field !== "start_states" || form.starts === "state").map((field) => (
        <FormField
          key={field}
          id={`reservation-${field}`}
          label={t(`reservations.fields.${field}`)}
          hint={t(`reservations.hints.${field}`)}
        >
          <Textarea id={`reservation-${field}`} rows={2} value={form[field]} onChange={(event) => set({ [field]: event.target.value })} />
        </FormField>
      ))}
      {erpStates.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("reservations.erpStates", { states: erpStates.join("; ") })}
        </Text>
      )}
    </PreviewedForm>
  )
}
