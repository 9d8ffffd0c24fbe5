import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SCOPES } from "../../lib/adjustment-types"
import {
  type OrderRuleForm as Form,
  type OrderRulePreview,
  type OrderRuleRow,
  RULE_FIELDS,
  RULE_TARGETS,
  ruleBodyOf,
  ruleFormOf,
} from "../../lib/order-rules"
import type { EntryList } from "../../lib/price-types"
import { productName } from "../../lib/product-name"
import { Chosen, Find } from "../adjustments/chosen"
import { ScopeFields } from "../adjustments/target-fields"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { Picker } from "../picker"
import { PreviewedForm } from "../previewed-form"
import { OrderRulePreviewPanel } from "./preview"

interface FieldsProps {
  form: Form
  onChange: (part: Partial<Form>) => void
}

/** Makes or changes an order rule. */
export const OrderRuleForm = ({ rule, onClose }: { rule: OrderRuleRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => ruleFormOf(rule))
  const change = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  return (
    <PreviewedForm<OrderRulePreview>
      path="/admin/order-rules"
      name="order_rule"
      standing={rule}
      body={ruleBodyOf(form)}
      title={t(rule ? "orderRules.change" : "orderRules.create")}
      lookFirst={t("orderRules.lookFirst")}
      panel={(preview) => <OrderRulePreviewPanel preview={preview} />}
      onClose={onClose}
    >
      <ScopeFields form={form} kinds={SCOPES} hint={t("adjustments.scopeHint")} onChange={change} />
      <TargetFields form={form} onChange={change} />
      <QuantityFields form={form} onChange={change} />
    </PreviewedForm>
  )
}

/** One product, one category, or everything. */
const TargetFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const { targetKind, category, product } = form
  return (
    <>
      <FormField id="rule-target" label={t("orderRules.target")}>
        <Choice
          id="rule-target"
          value={targetKind}
          values={RULE_TARGETS}
          label={(kind) => t(`orderRules.targets.${kind}`)}
          onChange={(kind) => onChange({ targetKind: RULE_TARGETS.find((each) => each === kind) ?? targetKind })}
        />
      </FormField>
      {targetKind === "category" &&
        (category ? (
          <Chosen names={[category.name]} onRemove={() => onChange({ category: null })} />
        ) : (
          <Find
            id="rule-category"
            label={t("orderRules.targets.category")}
            kind="category"
            onChoose={(found) => onChange({ category: found })}
          />
        ))}
      {targetKind === "product" &&
        (product ? (
          <Chosen names={[product.name]} onRemove={() => onChange({ product: null })} />
        ) : (
          <FindProduct onChange={(found) => onChange({ product: found })} />
        ))}
    </>
  )
}

const FindProduct = ({ onChange }: { onChange: (product: Form["product"]) => void }) => {
  const { t } = useTranslation("kontor")
  return (
    <Picker<EntryList>
      id="rule-product"
      label={t("orderRules.targets.product")}
      placeholder={t("why.productSearch")}
      path="/admin/catalog-entries"
      options={({ catalog_entries }) =>
        catalog_entries.map((entry) => ({ id: entry.variant_id, name: productName(entry), note: entry.article ?? "" }))
      }
      value=""
      onChange={(id, name) => onChange({ id, name })}
    />
  )
}

/** What the rule says, and in which unit. */
const QuantityFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  return (
    <>
      {form.unit ? (
        <FormField id="rule-unit" label={t("orderRules.unit")}>
          <Chosen names={[form.unit.name]} onRemove={() => onChange({ unit: null })} />
        </FormField>
      ) : (
        <Find id="rule-unit" label={t("orderRules.unitChoice")} kind="unit" onChoose={(unit) => onChange({ unit })} />
      )}
      {RULE_FIELDS.map((field) => (
        <InputField
          key={field}
          id={`rule-${field}`}
          label={t(`orderRules.${field}`)}
          hint={t(`orderRules.hints.${field}`)}
          inputMode="decimal"
          value={form[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </>
  )
}
