import { Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { type CategoryLevel, type ErpGroup, GROUP_TARGETS, type GroupMapping, type GroupTarget, ofOneSource } from "../../lib/category-tree"
import { formatNumber } from "../../lib/format"
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { Picker } from "../picker"
import { categoryOptions } from "./move-drawer"

interface Props {
  groups: ErpGroup[]
  /** Onto which they were dropped. */
  category: { id: string; name: string } | null
  onMapped: () => void
  onClose: () => void
}

/** Asks where the goods of groups shall be put, and tells how many would move before it is done. */
export const MapDrawer = ({ groups, category, onMapped, onClose }: Props) => {
  const { t, i18n } = useTranslation("kontor")
  const [to, setTo] = useState<GroupTarget>("category")
  const [chosen, setChosen] = useState(category)
  const change = useChange({ onDone: onMapped })
  const some = ofOneSource(groups)
  const target = to !== "category" ? { to } : chosen && { to, category_id: chosen.id }
  const body = some && target && { ...some, target }
  const question = body && { path: "/admin/erp-groups/preview", method: "POST" as const, body }
  const { ask, answer, isPending } = useLook<GroupMapping>(question)
  const asked = JSON.stringify(question)
  useEffect(() => {
    if (question) {
      ask(question)
    }
    // The question is made anew by every render; what it says is not.
  }, [asked, ask])
  const number = (value: number) => formatNumber(value, i18n.language)
  return (
    <FormDrawer
      title={t("categoryTree.mapTitle", { count: groups.length })}
      hint={groups
        .map(({ name }) => name)
        .slice(0, 10)
        .join(", ")}
      submit={t("categoryTree.map")}
      isComplete={answer !== null}
      isPending={change.isPending || isPending}
      onSubmit={() => (body ? change.mutateAsync({ path: "/admin/erp-groups/map", method: "POST", body }) : Promise.resolve())}
      onClose={onClose}
    >
      {some === null && <Text className="text-ui-fg-error">{t("categoryTree.oneSource")}</Text>}
      <FormField id="map-to" label={t("categoryTree.target")}>
        <Choice
          id="map-to"
          value={to}
          values={GROUP_TARGETS}
          label={(each) => t(`categoryTree.targets.${each}`)}
          onChange={(each) => setTo(GROUP_TARGETS.find((known) => known === each) ?? to)}
        />
      </FormField>
      {to === "category" && (
        <Picker<CategoryLevel>
          id="map-category"
          label={t("categoryTree.category")}
          placeholder={t("categoryTree.searchCategory")}
          path="/admin/catalog-categories"
          first={category?.name ?? ""}
          options={categoryOptions}
          value={chosen?.id ?? ""}
          onChange={(id, name) => setChosen({ id, name })}
        />
      )}
      {answer && (
        <Text weight="plus">
          {t("categoryTree.wouldMove", { products: number(answer.mapping.products), groups: number(answer.mapping.groups) })}
          {answer.mapping.listed > 0 && ` ${t("categoryTree.wouldShow", { entries: number(answer.mapping.listed) })}`}
          {answer.mapping.listed < 0 && ` ${t("categoryTree.wouldHide", { entries: number(-answer.mapping.listed) })}`}
        </Text>
      )}
    </FormDrawer>
  )
}
