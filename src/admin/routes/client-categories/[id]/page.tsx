import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { SaveCategory } from "../../../components/save-category"
import { Section } from "../../../components/section"
import { HoursSection } from "../../../components/trading-hours/hours-section"
import { formatNumber } from "../../../lib/format"
import type { ClientCategoryCard } from "../../../lib/trading-hours"
import { useAnswer } from "../../../lib/use-answer"

/** A category of clients: what it is called, and when its clients may place orders. */
const ClientCategory = () => {
  const { t, i18n } = useTranslation("kontor")
  const { id = "" } = useParams()
  const [isRenamed, setRenamed] = useState(false)
  const { data, error } = useAnswer<{ client_category: ClientCategoryCard }>(`/admin/client-categories/${id}`)
  if (!data) {
    return <ErrorText error={error} />
  }
  const category = data.client_category
  const rename = (
    <Button size="small" variant="secondary" onClick={() => setRenamed(true)}>
      {t("clients.renameCategory")}
    </Button>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={category.name} action={category.source === "portal" && rename}>
        <Field label={t("clients.source")}>{t(`factSource.${category.source}`)}</Field>
        <Field label={t("clients.entityCount")}>{formatNumber(category.client_count, i18n.language)}</Field>
      </Section>
      <HoursSection category={category} />
      {isRenamed && <SaveCategory category={category} onClose={() => setRenamed(false)} />}
    </div>
  )
}

export default ClientCategory
