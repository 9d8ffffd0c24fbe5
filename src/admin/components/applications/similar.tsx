import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SimilarEntity } from "../../lib/application-types"
import { Rows } from "../rows"
import { Section } from "../section"
import { StateBadge } from "../state-badge"

/** Entities with the same ИНН: perhaps the company is a client already. */
export const SimilarEntities = ({ similar }: { similar: SimilarEntity[] }) => {
  const { t } = useTranslation("kontor")
  const rows = similar.map(({ legal_entity_id, name, inn, kpp, state }) => ({
    id: legal_entity_id,
    cells: [
      <Link key="name" className="text-ui-fg-interactive" to={`/legal-entities/${legal_entity_id}`}>
        {name}
      </Link>,
      inn,
      kpp,
      <StateBadge key="state" state={state} />,
    ],
  }))
  const heads = ["name", "inn", "kpp", "state"].map((name) => t(`entities.${name}`))
  return (
    <Section title={t("applications.similar")}>
      <Rows heads={heads} rows={rows} empty={t("applications.noSimilar")} />
    </Section>
  )
}
