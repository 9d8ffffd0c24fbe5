import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ApplicationCard } from "../../lib/application-types"
import { formatDateTime } from "../../lib/format"
import { Field } from "../field"
import { Section } from "../section"
import { StateBadge } from "../state-badge"
import { ApplicationActions } from "./actions"
import { ApplicationExchange } from "./exchange"

/** Who applied for what, who looks after it, what was decided and what came of it. */
export const ApplicationHead = ({ application }: { application: ApplicationCard }) => {
  const { t, i18n } = useTranslation("kontor")
  const { applicant, decision, erp, legal_entity, number, requisites } = application
  return (
    <Section title={<Heading>{`${number} · ${requisites.name ?? ""}`}</Heading>} action={<StateBadge state={application.state} />}>
      <ApplicationActions application={application} />
      <Field label={t("applications.kind")}>{t(`applications.kinds.${application.kind}`)}</Field>
      <Field label={t("applications.at")}>{formatDateTime(application.created_at, i18n.language)}</Field>
      <Field label={t("applications.applicant")}>{[applicant.name, applicant.email, applicant.phone].filter(Boolean).join(", ")}</Field>
      <Field label={t("applications.signedIn")}>
        {t(application.kind === "new_dealer" ? "applications.asStranger" : "applications.asEmployee")}
      </Field>
      <Field label={t("applications.comment")}>{application.comment}</Field>
      <Field label={t("applications.manager")}>{application.manager?.name ?? t("applications.nobody")}</Field>
      {decision && (
        <Field label={t("applications.decision")}>
          {[decision.by, formatDateTime(decision.at, i18n.language), decision.reason].filter(Boolean).join(" · ")}
        </Field>
      )}
      {legal_entity && (
        <Field label={t("applications.entity")}>
          <span className="flex items-center gap-x-2">
            <Link className="text-ui-fg-interactive" to={`/legal-entities/${legal_entity.id}`}>
              {legal_entity.name}
            </Link>
            <StateBadge state={legal_entity.state} />
          </span>
        </Field>
      )}
      {erp && <ApplicationExchange erp={erp} />}
    </Section>
  )
}
