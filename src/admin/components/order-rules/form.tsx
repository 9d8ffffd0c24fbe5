import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
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
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { Chosen, Find } from "../adjustments/chosen"
import { ScopeFields } from "../adjustments/target-fields"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { Picker } from "../picker"
import { OrderRulePreviewPanel } from "./preview"

const PATH = "/admin/order-rules"

interface FieldsProps {
  form: Form
  onChange: (part: Partial<Form>) => void
}

/** Makes or changes an order rule. What it does is looked at first: without a preview of just this there is nothing to save. */
export const OrderRuleForm = ({ rule, onClose }: { rule: OrderRuleRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => ruleFormOf(rule))
  // The version that the form was filled from: what is read anew behind the form must not pass for it.
  const [version] = useState(rule && { id: rule.id, updated_at: rule.updated_at })
  const body = ruleBodyOf(form)
  const question = body && { order_rule: body, ...(version ? { id: version.id } : {}) }
  const { look, answer, isPending } = useLook<{ preview: OrderRulePreview }>(
    question && { path: `${PATH}/preview`, method: "POST", body: question }
  )
  const save = useChange({ onDone: onClose })
  const change = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  const send = () =>
    save.mutate({
      path: version ? `${PATH}/${version.id}` : PATH,
      method: "POST",
      body: { ...body, ...(version ? { updated_at: version.updated_at } : {}) },
    })
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <div className="flex items-center gap-x-2">
            <Button size="small" variant="secondary" disabled={body === null || answer !== null} isLoading={isPending} onClick={look}>
              {t("adjustments.look")}
            </Button>
            <Button size="small" disabled={answer === null} isLoading={save.isPending} onClick={send}>
              {t("save")}
            </Button>
          </div>
        </FocusModal.Header>
        <FocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto grid max-w-6xl grid-cols-1 gap-10 px-6 py-10 lg:grid-cols-2">
            <div className="flex flex-col gap-y-5">
              <FocusModal.Title asChild>
                <Heading>{t(rule ? "orderRules.change" : "orderRules.create")}</Heading>
              </FocusModal.Title>
              <ScopeFields form={form} onChange={change} />
              <TargetFields form={form} onChange={change} />
              <QuantityFields form={form} onChange={change} />
            </div>
            <div>
              {answer ? (
                <OrderRulePreviewPanel preview={answer.preview} />
              ) : (
                <FocusModal.Description asChild>
                  <Text className="text-ui-fg-muted">{t("orderRules.lookFirst")}</Text>
                </FocusModal.Description>
              )}
            </div>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
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
  const nameOf = new Map<string, string>()
  return (
    <Picker<EntryList>
      id="rule-product"
      label={t("orderRules.targets.product")}
      placeholder={t("why.productSearch")}
      path="/admin/catalog-entries"
      options={({ catalog_entries }) =>
        catalog_entries.map((entry) => {
          nameOf.set(entry.variant_id, productName(entry))
          return { id: entry.variant_id, name: productName(entry), note: entry.article ?? "" }
        })
      }
      value=""
      onChange={(id) => onChange({ id, name: nameOf.get(id) ?? id })}
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
