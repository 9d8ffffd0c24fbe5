import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LABEL_COLOURS, LABEL_WAYS, labelDraftOf, type LabelForm as Form, labelFormOf, type LabelRow } from "../lib/labels"
import type { PriceTypeList } from "../lib/price-types"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { Chosen } from "./adjustments/chosen"
import { AddProperty } from "./adjustments/target-fields"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const PATH = "/admin/labels"

interface FieldsProps {
  form: Form
  onChange: (part: Partial<Form>) => void
}

/** Makes a label, or changes the one that is given. */
export const LabelForm = ({ label, onClose }: { label: LabelRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => labelFormOf(label))
  const onChange = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  const change = useChange()
  const body = labelDraftOf(form, label)
  return (
    <FormDrawer
      title={label ? `${label.name_ru} · ${label.name_en}` : t("labels.add")}
      hint={t("labels.formHint")}
      isComplete={body !== null}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: label ? `${PATH}/${label.id}` : PATH, method: "POST", body: body ?? {} })}
      onClose={onClose}
    >
      {!label && (
        <InputField
          id="label-code"
          label={t("labels.code")}
          hint={t("labels.codeHint")}
          maxLength={60}
          value={form.code}
          onChange={(code) => onChange({ code })}
        />
      )}
      <InputField
        id="label-ru"
        label={t("labels.nameRu")}
        maxLength={40}
        value={form.name_ru}
        onChange={(name_ru) => onChange({ name_ru })}
      />
      <InputField
        id="label-en"
        label={t("labels.nameEn")}
        maxLength={40}
        value={form.name_en}
        onChange={(name_en) => onChange({ name_en })}
      />
      <FormField id="label-colour" label={t("labels.colour")}>
        <Choice
          id="label-colour"
          value={form.colour}
          values={LABEL_COLOURS}
          label={(colour) => t(`labels.colours.${colour}`)}
          onChange={(colour) => onChange({ colour: LABEL_COLOURS.find((each) => each === colour) ?? form.colour })}
        />
      </FormField>
      <InputField
        id="label-position"
        label={t("labels.position")}
        inputMode="numeric"
        value={form.position}
        onChange={(position) => onChange({ position })}
      />
      <FormField id="label-way" label={t("labels.way")} hint={t(`labels.wayHints.${form.way}`)}>
        <Choice
          id="label-way"
          value={form.way}
          values={LABEL_WAYS}
          label={(way) => t(`labels.ways.${way}`)}
          onChange={(way) => onChange({ way: LABEL_WAYS.find((each) => each === way) ?? form.way })}
        />
      </FormField>
      <RuleFields form={form} onChange={onChange} />
    </FormDrawer>
  )
}

/** What the way that is chosen needs to know. */
const RuleFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const number = (field: "days" | "percent" | "count") => (
    <InputField
      id={`label-${field}`}
      label={t(`labels.${field}`)}
      inputMode="numeric"
      value={form[field]}
      onChange={(text) => onChange({ [field]: text })}
    />
  )
  switch (form.way) {
    case "hand":
      return null
    case "new":
      return (
        <>
          {number("days")}
          <InputField
            id="label-not-before"
            label={t("labels.notBefore")}
            hint={t("labels.notBeforeHint")}
            type="date"
            value={form.not_before}
            onChange={(not_before) => onChange({ not_before })}
          />
        </>
      )
    case "property":
      return form.value ? (
        <Chosen names={[`${form.name}: ${form.value}`]} onRemove={() => onChange({ name: "", value: "" })} />
      ) : (
        <AddProperty onAdd={({ name, value }) => onChange({ name, value })} />
      )
    case "requisite":
      return (
        <>
          <InputField
            id="label-requisite"
            label={t("labels.requisite")}
            maxLength={500}
            value={form.name}
            onChange={(name) => onChange({ name })}
          />
          <InputField
            id="label-says"
            label={t("labels.says")}
            maxLength={500}
            value={form.value}
            onChange={(value) => onChange({ value })}
          />
        </>
      )
    case "discount":
      return number("percent")
    case "price_below":
      return (
        <>
          <PriceTypeField field="price_type_id" form={form} onChange={onChange} />
          <PriceTypeField field="below_type_id" form={form} onChange={onChange} />
          {number("percent")}
        </>
      )
    case "bestseller":
      return (
        <>
          {number("count")}
          {number("days")}
        </>
      )
  }
}

const PriceTypeField = ({ field, form, onChange }: FieldsProps & { field: "price_type_id" | "below_type_id" }) => {
  const { t } = useTranslation("kontor")
  const { data } = useAnswer<PriceTypeList>("/admin/price-types")
  const types = data?.price_types ?? []
  return (
    <FormField id={`label-${field}`} label={t(`labels.${field}`)}>
      <Choice
        id={`label-${field}`}
        value={form[field]}
        values={types.map(({ id }) => id)}
        label={(id) => types.find((each) => each.id === id)?.name ?? id}
        onChange={(id) => onChange({ [field]: id })}
      />
    </FormField>
  )
}
