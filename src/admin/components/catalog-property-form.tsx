import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CatalogProperty } from "../lib/catalog-properties"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const FACET = ["proposed", "yes", "no"]
const YES_NO = ["yes", "no"]

function nameOf(value: boolean | null): string {
  if (value === null) {
    return "proposed"
  }
  return value ? "yes" : "no"
}

/** How dealers narrow and search the catalogue by one property. */
export const CatalogPropertyForm = ({ property, title, onClose }: { property: CatalogProperty; title: string; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState({ ...property, position: property.position === null ? "" : String(property.position) })
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const change = useChange()
  const { title_ru, title_en, unit, is_facet, is_searchable, is_on_card, position } = form
  const body = {
    ...{ title_ru: title_ru?.trim() || null, title_en: title_en?.trim() || null, unit: unit?.trim() || null },
    ...{ is_facet, is_searchable, is_on_card, position: position === "" ? null : Number(position) },
  }
  const textOf = (name: string) =>
    name === "proposed"
      ? t("properties.proposed", { what: t(property.proposed_facet ? "properties.yes" : "properties.no") })
      : t(`properties.${name}`)
  const choice = (field: "is_facet" | "is_searchable" | "is_on_card", names: string[], choose: (name: string) => void) => (
    <FormField id={`property-${field}`} label={t(`properties.${field}`)} hint={t(`properties.${field}Hint`)}>
      <Choice id={`property-${field}`} value={nameOf(form[field])} values={names} label={textOf} onChange={choose} />
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
      {choice("is_facet", FACET, (name) => set({ is_facet: name === "proposed" ? null : name === "yes" }))}
      {property.kind !== "label" && choice("is_searchable", YES_NO, (name) => set({ is_searchable: name === "yes" }))}
      {property.kind === "property" && choice("is_on_card", YES_NO, (name) => set({ is_on_card: name === "yes" }))}
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
