import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type AdjustmentForm as Form, bodyOf, formOf } from "../../lib/adjustment-draft"
import { type AdjustmentPreview, type AdjustmentRow, SCOPES } from "../../lib/adjustment-types"
import { InputField } from "../input-field"
import { PreviewedForm } from "../previewed-form"
import { ChangeFields } from "./change-fields"
import { PreviewPanel } from "./preview"
import { ScopeFields, TargetFields } from "./target-fields"

interface Props {
  /** Null makes a new one. */
  adjustment: AdjustmentRow | null
  /** At which a new one aims, until it is taken out. */
  category?: { id: string; name: string }
  onClose: () => void
}

/** Makes or changes a discount or markup. */
export const AdjustmentForm = ({ adjustment, category, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => ({
    ...formOf(adjustment),
    ...(category ? { category: { id: category.id, name: category.name } } : {}),
  }))
  const change = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  return (
    <PreviewedForm<AdjustmentPreview>
      path="/admin/price-adjustments"
      name="adjustment"
      standing={adjustment}
      body={bodyOf(form)}
      title={t(adjustment ? "adjustments.change" : "adjustments.create")}
      lookFirst={t("adjustments.lookFirst")}
      panel={(preview) => <PreviewPanel preview={preview} />}
      onClose={onClose}
    >
      <InputField id="adjustment-name" label={t("entities.name")} maxLength={200} value={form.name} onChange={(name) => change({ name })} />
      <ChangeFields form={form} onChange={change} />
      <ScopeFields form={form} kinds={SCOPES} hint={t("adjustments.scopeHint")} onChange={change} />
      <TargetFields form={form} onChange={change} />
    </PreviewedForm>
  )
}
