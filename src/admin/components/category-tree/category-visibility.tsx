import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAnswer } from "../../lib/use-answer"
import type { VisibilityRuleList, VisibilityRuleRow } from "../../lib/visibility-rules"
import { ErrorText } from "../error-text"
import { Rows } from "../rows"
import { Section } from "../section"
import { VisibilityRuleForm } from "../visibility-rule-form"

const SHOWN_MAX = 50

/** From whom a category is hidden and to whom it is shown: rules about it, or about one above it, which hold for its goods too. */
export const CategoryVisibility = ({ category }: { category: { id: string; name: string } }) => {
  const { t } = useTranslation("kontor")
  const [edited, setEdited] = useState<VisibilityRuleRow | "new" | null>(null)
  const { data, error } = useAnswer<VisibilityRuleList>("/admin/visibility-rules", { category_id: category.id, limit: SHOWN_MAX })
  const rows = (data?.visibility_rules ?? []).map((rule) => ({
    id: rule.id,
    cells: [
      rule.source === "portal" ? (
        <button key="name" type="button" className="text-ui-fg-interactive text-left" onClick={() => setEdited(rule)}>
          {rule.name}
        </button>
      ) : (
        rule.name
      ),
      t(`visibility.effects.${rule.shows ? "show" : "hide"}`),
      rule.scope.name ?? t(`adjustments.scopes.${rule.scope.kind}`),
      rule.target.id === category.id ? t("categoryTree.ownAdjustment") : (rule.target.name ?? ""),
    ],
  }))
  return (
    <Section
      title={t("visibility.title")}
      action={
        <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
          {t("categoryTree.addVisibility")}
        </Button>
      }
    >
      <ErrorText error={error} />
      {data && (
        <Rows
          heads={[t("visibility.name"), t("visibility.effect"), t("visibility.scope"), t("categoryTree.aimedAt")]}
          rows={rows}
          empty={t("categoryTree.noVisibility")}
        />
      )}
      {edited === "new" && <VisibilityRuleForm rule={null} category={category} onClose={() => setEdited(null)} />}
      {edited && edited !== "new" && <VisibilityRuleForm rule={edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}
