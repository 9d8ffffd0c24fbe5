import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CatalogProperty } from "../lib/catalog-properties"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const FACET = { proposed: null, yes: true, no: false } as const
const YES_NO = { yes: true, no: false } as const

/** How dealers narrow and search the catalogue by one property. */
export const CatalogPropertyForm = ({ property, title, onClose }: { property: CatalogProperty; title: string; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState({ ...property, position: property.position === null ? "" : String(property.position) })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const change = useChange()
  const { title_ru, title_en, unit, is_facet, is_searchable, is_on_card, position } = form
  const body = {
    ...{ title_ru: title_ru || null, title_en: title_en || null, unit: unit || null },
    ...{ is_facet, is_searchable, is_on_card, position: position === "" ? null : Number(position) },
  }
  const choice = <Values extends Record<string, boolean | null>>(
    field: "is_facet" | "is_searchable" | "is_on_card",
    values: Values,
    value: boolean | null,
    choose: (value: Values[string]) => void
  ) => (
    <FormField id={`property-${field}`} label={t(`properties.${field}`)} hint={t(`properties.${field}Hint`)}>
      <Choice
        id={`property-${field}`}
        value={Object.keys(values).find((name) => values[name] === value) ?? ""}
        values={Object.keys(values)}
        label={(name) =>
          name === "proposed"
            ? t("properties.proposed", { what: t(property.proposed_facet ? "properties.yes" : "properties.no") })
            : t(`properties.${name}`)
        }
        onChange={(name) => {
          const chosen = values[name]
          if (chosen !== undefined) {
            choose(chosen)
          }
        }}
      />
    </FormField>
  )
  return (
    <FormDrawer
      title={title}
      hint={t("properties.formHint")}
      isComplete={/^\d{0,5}$/.test(position)}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/catalog-properties/${property.id}`, method: "POST", body })}
      onClose={onClose}
    >
      {choice("is_facet", FACET, is_facet, (value) => set({ is_facet: value }))}
      {property.kind !== "label" && choice("is_searchable", YES_NO, is_searchable, (value) => set({ is_searchable: value }))}
      {property.kind === "property" && choice("is_on_card", YES_NO, is_on_card, (value) => set({ is_on_card: value }))}
      <InputField
        id="property-position"
        label={t("properties.position")}
        hint={t("properties.positionHint")}
        inputMode="numeric"
        value={position}
        onChange={(text) => set({ position: text })}
      />
      <InputField
        id="property-ru"
        label={t("properties.titleRu")}
        maxLength={100}
        value={title_ru ?? ""}
        onChange={(text) => set({ title_ru: text })}
      />
      <InputField
        id="property-en"
        label={t("properties.titleEn")}
        maxLength={100}
        value={title_en ?? ""}
        onChange={(text) => set({ title_en: text })}
      />
      <InputField
        id="property-unit"
        label={t("properties.unit")}
        maxLength={20}
        placeholder={property.proposed_unit ?? ""}
        value={unit ?? ""}
        onChange={(text) => set({ unit: text })}
      />
    </FormDrawer>
  )
}
