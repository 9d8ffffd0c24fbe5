import { Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatNumber } from "../../lib/format"
import { type ReservationRulePreview, type ReservationTerms, type TermField, termFieldsOf } from "../../lib/reservations"

type Example = ReservationRulePreview["examples"][number]

/** What a reservation rule would do to orders that come: how many contracts it reaches, and what holds under them before and after. */
export const ReservationRulePreviewPanel = ({ preview }: { preview: ReservationRulePreview }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const { touched, changed, standing_orders, examples } = preview
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t("adjustments.preview")}</Heading>
      <Text weight="plus">
        {t("reservations.changed", {
          ...{ changed: number(changed.contracts), contracts: number(touched.contracts), clients: number(changed.clients) },
        })}
      </Text>
      {standing_orders > 0 && <Text size="small">{t("reservations.standing", { orders: number(standing_orders) })}</Text>}
      {examples.length > 0 && <Examples examples={examples} />}
    </div>
  )
}

const Examples = ({ examples }: { examples: Example[] }) => {
  const { t } = useTranslation("kontor")
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          {["contract", "before", "after"].map((head) => (
            <Table.HeaderCell key={head}>{t(`adjustments.heads.${head}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {examples.map((example) => (
          <Table.Row key={example.contract.id} className={example.is_changed ? "" : "text-ui-fg-muted"}>
            <Table.Cell className="py-2">
              <span className="flex flex-col">
                <span className="whitespace-normal">{example.contract.number}</span>
                <Text size="xsmall" className="text-ui-fg-muted whitespace-normal">
                  {example.contract.legal_entity.name}
                </Text>
              </span>
            </Table.Cell>
            <Table.Cell className="whitespace-normal py-2">
              <Terms terms={example.before} fields={termFieldsOf(example)} />
            </Table.Cell>
            <Table.Cell className="whitespace-normal py-2">
              {example.is_changed ? <Terms terms={example.after} fields={termFieldsOf(example)} /> : t("adjustments.stays")}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

const Terms = ({ terms, fields }: { terms: ReservationTerms; fields: TermField[] }) => {
  const { t } = useTranslation("kontor")
  const hours = (said: number, none: string) => (said === 0 ? none : t("reservations.hoursOf", { count: said }))
  const states = (said: string[]) => said.join("; ") || t("reservations.noStates")
  const told: Record<TermField, () => string> = {
    starts: () => t(`reservations.startsValues.${terms.starts}`),
    start_states: () => states(terms.start_states),
    hours: () => hours(terms.hours, t("reservations.untilShipped")),
    warn_hours: () => hours(terms.warn_hours, t("reservations.neverTold")),
    renewals: () => String(terms.renewals),
    keep_states: () => states(terms.keep_states),
    taken_states: () => states(terms.taken_states),
  }
  return (
    <span className="flex flex-col">
      {fields.map((field) => (
        <span key={field}>
          {field === "starts" || field === "start_states" ? told[field]() : `${t(`reservations.columns.${field}`)}: ${told[field]()}`}
        </span>
      ))}
    </span>
  )
}
