import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDateTime } from "../lib/format"
import type { LegalEntityCard } from "../lib/types"
import { useWithHead } from "../lib/use-with-head"
import { EntityState } from "./entity-state"
import { Field } from "./field"
import { NumberMark, unlessFaulty } from "./number-mark"
import { EditRequisites } from "./requisites-edit"
import { Section } from "./section"

const NUMBERS = ["inn", "kpp", "ogrn", "okpo"] as const
const TEXTS = ["address", "actual_address", "postal_address", "phone", "email"] as const

/** Who the client is: numbers with their validity, addresses, where the facts come from. */
export const Requisites = ({ entity }: { entity: LegalEntityCard }) => {
  const { t, i18n } = useTranslation("kontor")
  const withHead = useWithHead()
  return (
    <Section
      title={<Heading>{entity.name}</Heading>}
      action={
        <div className="flex items-center gap-x-2">
          <EntityState entity={entity} />
          {entity.source === "portal" && <EditRequisites entity={entity} />}
        </div>
      }
    >
      {entity.state_reason && <Field label={t("clients.stateReason")}>{entity.state_reason}</Field>}
      <Field label={t("entities.officialName")}>{entity.official_name}</Field>
      {NUMBERS.map((field) => (
        <Field key={field} label={t(`clients.${field}`)}>
          <NumberMark value={entity[field]} isRight={unlessFaulty(entity.faults, field)} />
        </Field>
      ))}
      {TEXTS.map((field) => (
        <Field key={field} label={t(`clients.${field}`)}>
          {entity[field]}
        </Field>
      ))}
      <Field label={t("entities.holding")}>
        {entity.holding && (
          <Link className="text-ui-fg-interactive" to={`/holdings/${entity.holding.id}`}>
            {withHead(entity.holding.name, entity.is_head)}
          </Link>
        )}
      </Field>
      <Field label={t("clients.source")}>
        {[t(`factSource.${entity.source}`), entity.source === "erp" && formatDateTime(entity.as_of, i18n.language)]
          .filter(Boolean)
          .join(", ")}
      </Field>
      {entity.source === "erp" && (
        <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
          {t("clients.erpOwned")}
        </Text>
      )}
    </Section>
  )
}
