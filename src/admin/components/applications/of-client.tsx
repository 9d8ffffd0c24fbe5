import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ApplicationList } from "../../lib/application-types"
import { formatDateTime } from "../../lib/format"
import { useAnswer } from "../../lib/use-answer"
import { ErrorText } from "../error-text"
import { Rows } from "../rows"
import { Section } from "../section"
import { StateBadge } from "../state-badge"

/** The newest are enough here; the queue has them all. */
const SHOWN_MAX = 10

/** What people of a client have asked for: further entities, other requisites. */
export const ClientApplications = ({ entityId }: { entityId: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useAnswer<ApplicationList>("/admin/applications", { legal_entity_id: entityId, limit: SHOWN_MAX })
  const rows = (data?.applications ?? []).map(({ id, number, kind, requisites, applicant, state, created_at }) => ({
    id,
    cells: [
      <Link key="number" className="text-ui-fg-interactive" to={`/applications/${id}`}>
        {number}
      </Link>,
      t(`applications.kinds.${kind}`),
      requisites.name,
      applicant.name,
      formatDateTime(created_at, i18n.language),
      <StateBadge key="state" state={state} />,
    ],
  }))
  const heads = [...["number", "kind", "company", "applicant", "at"].map((name) => t(`applications.${name}`)), t("entities.state")]
  return (
    <Section title={t("applications.ofClient")}>
      <ErrorText error={error} />
      {data && <Rows heads={heads} rows={rows} empty={t("applications.noneOfClient")} />}
    </Section>
  )
}
