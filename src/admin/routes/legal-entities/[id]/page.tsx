import { Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Field } from "../../../components/field"
import { People } from "../../../components/people"
import { Section } from "../../../components/section"
import { StateBadge } from "../../../components/state-badge"
import { formatDate, formatDateTime } from "../../../lib/format"
import { sdk } from "../../../lib/sdk"
import type { ContractRow, LegalEntityCard } from "../../../lib/types"

const Contracts = ({ contracts }: { contracts: ContractRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  return (
    <Section title={t("entities.contracts")}>
      {contracts.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("entities.noContracts")}</Text>}
      {contracts.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["number", "seller", "priceType", "dates", "state"].map((name) => (
                <Table.HeaderCell key={name}>{t(`entities.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {contracts.map((contract) => (
              <Table.Row key={contract.id}>
                <Table.Cell>{contract.number}</Table.Cell>
                <Table.Cell>{contract.supplier_entity.name}</Table.Cell>
                <Table.Cell>{`${contract.price_type?.name ?? "–"} · ${contract.currency_code.toUpperCase()}`}</Table.Cell>
                <Table.Cell>
                  {`${formatDate(contract.starts_on, i18n.language)} – ${contract.ends_on ? formatDate(contract.ends_on, i18n.language) : t("entities.openEnd")}`}
                </Table.Cell>
                <Table.Cell>
                  {contract.usable ? (
                    <StateBadge state={contract.state} />
                  ) : (
                    <StatusBadge color="red">
                      {t(`reason.${contract.refusal?.code}`, contract.refusal?.message ?? contract.state)}
                    </StatusBadge>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
        {t("entities.fromErp")}
      </Text>
    </Section>
  )
}

const LegalEntity = () => {
  const { id = "" } = useParams()
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useQuery({
    queryKey: ["legal-entity", id],
    queryFn: () => sdk.client.fetch<{ legal_entity: LegalEntityCard }>(`/admin/legal-entities/${id}`),
  })
  if (error) {
    return <Text className="text-ui-fg-error">{`${t("error")}: ${error.message}`}</Text>
  }
  if (!data) {
    return null
  }
  const entity = data.legal_entity
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={<Heading>{entity.name}</Heading>} action={<StateBadge state={entity.state} />}>
        <Field label={t("entities.officialName")}>{entity.official_name}</Field>
        <Field label={t("entities.inn")}>{entity.inn}</Field>
        <Field label={t("entities.kpp")}>{entity.kpp}</Field>
        <Field label={t("entities.address")}>{entity.address}</Field>
        <Field label={t("entities.holding")}>
          {entity.holding && `${entity.holding.name}${entity.is_head ? ` (${t("entities.head")})` : ""}`}
        </Field>
        <Field label={t("entities.asOf")}>{formatDateTime(entity.as_of, i18n.language)}</Field>
      </Section>
      <Contracts contracts={entity.contracts} />
      <People entityId={entity.id} people={entity.employees} />
    </div>
  )
}

export default LegalEntity
