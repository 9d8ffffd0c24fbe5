import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdjustmentList } from "../../lib/adjustment-types"
import { useAnswer } from "../../lib/use-answer"
import { AdjustmentForm } from "../adjustments/form"
import { useAdjustmentWords } from "../adjustments/words"
import { ErrorText } from "../error-text"
import { Rows } from "../rows"
import { Section } from "../section"

const SHOWN_MAX = 50

/** Discounts and markups that aim at a category or at one above it, which hold for its goods too. */
export const CategoryAdjustments = ({ category }: { category: { id: string; name: string } }) => {
  const { t } = useTranslation("kontor")
  const { scopeOf, changeOf, daysOf } = useAdjustmentWords()
  const [isNew, setNew] = useState(false)
  const { data, error } = useAnswer<AdjustmentList>("/admin/price-adjustments", { category_id: category.id, limit: SHOWN_MAX })
  const rows = (data?.price_adjustments ?? []).map((row) => ({
    id: row.id,
    cells: [
      <Link key="name" className="text-ui-fg-interactive" to={`/price-adjustments/${row.id}`}>
        {row.name}
      </Link>,
      changeOf(row),
      scopeOf(row),
      row.target.category?.id === category.id ? t("categoryTree.ownAdjustment") : (row.target.category?.name ?? ""),
      daysOf(row),
    ],
  }))
  return (
    <Section
      title={t("adjustments.title")}
      action={
        <Button size="small" variant="secondary" onClick={() => setNew(true)}>
          {t("categoryTree.addAdjustment")}
        </Button>
      }
    >
      <ErrorText error={error} />
      {data && (
        <Rows
          heads={[t("entities.name"), t("adjustments.value"), t("adjustments.scope"), t("categoryTree.aimedAt"), t("adjustments.days")]}
          rows={rows}
          empty={t("categoryTree.noAdjustments")}
        />
      )}
      {isNew && <AdjustmentForm adjustment={null} category={category} onClose={() => setNew(false)} />}
    </Section>
  )
}
