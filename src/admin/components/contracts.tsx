import { StatusBadge, Text } from "@medusajs/ui"
import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDate, formatMoney } from "../lib/format"
import { whyPath } from "../lib/price-question"
import type { ContractRow } from "../lib/types"
import { Rows } from "./rows"
import { Section } from "./section"
import { StateBadge } from "./state-badge"

/** Why a contract cannot be used, as a sentence with the day or the supplier's words where there are any. */
function refusalOf(t: TFunction<"kontor">, contract: ContractRow, language: string): string {
  const day = formatDate(contract.refusal?.code === "contract_expired" ? contract.ends_on : contract.starts_on, language)
  const sentence = t(`refusal.${contract.refusal?.code}`, { day, defaultValue: contract.refusal?.message ?? contract.state })
  return contract.terms?.state_reason ? `${sentence} ${contract.terms.state_reason}` : sentence
}

/** Terms of a client: seller, prices, days, payment, credit, warehouses, and whether one may order under them today. */
export const Contracts = ({ client, contracts }: { client: string; contracts: ContractRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  const day = (value: string | null) => formatDate(value, i18n.language)
  const rows = contracts.map((contract) => {
    const { terms } = contract
    const signed = terms?.signed_on ? t("clients.signedOn", { day: day(terms.signed_on) }) : null
    const warehouses = terms?.warehouses.length ? terms.warehouses.map(({ id, name }) => name ?? id).join(", ") : t("clients.allWarehouses")
    const limit = terms?.credit_limit ? formatMoney(terms.credit_limit, contract.currency_code, i18n.language) : null
    return {
      id: contract.id,
      cells: [
        <Lines key="number" of={[contract.number, t(`contractKind.${terms?.kind ?? "contract"}`), signed]} />,
        <Lines key="seller" of={[contract.supplier_entity.name, terms?.region]} />,
        <span key="price" className="flex flex-col">
          {`${contract.price_type?.name ?? "–"} · ${contract.currency_code.toUpperCase()}`}
          <Link className="text-ui-fg-interactive txt-small" to={whyPath({ client, contract: contract.id })}>
            {t("why.title")}
          </Link>
          <Link className="text-ui-fg-interactive txt-small" to={`/contracts/${contract.id}/prices`}>
            {t("contractPrices.link")}
          </Link>
        </span>,
        `${day(contract.starts_on)} – ${contract.ends_on ? day(contract.ends_on) : t("entities.openEnd")}`,
        <Lines key="payment" of={[contract.payment_terms, limit && t("clients.creditLimit", { limit }), terms?.credit_terms]} />,
        warehouses,
        contract.usable ? (
          <StateBadge key="state" state={contract.state} />
        ) : (
          <span key="state" className="flex flex-col gap-y-1">
            <StatusBadge color="red">{t("clients.notUsable")}</StatusBadge>
            <Text size="xsmall" className="text-ui-fg-subtle whitespace-normal">
              {refusalOf(t, contract, i18n.language)}
            </Text>
          </span>
        ),
      ],
    }
  })
  const heads = [
    ...["number", "seller", "priceType", "dates"].map((name) => t(`entities.${name}`)),
    ...["payment", "warehouses"].map((name) => t(`clients.${name}`)),
    t("entities.state"),
  ]
  return (
    <Section title={t("entities.contracts")}>
      <Rows heads={heads} rows={rows} empty={t("entities.noContracts")} />
      <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
        {t("entities.fromErp")}
      </Text>
    </Section>
  )
}

/** The first line is the name of the thing, the others are small; what is missing takes no line. */
const Lines = ({ of: [first, ...rest] }: { of: (string | null | undefined)[] }) => (
  <span className="flex flex-col">
    <span>{first || "–"}</span>
    {rest.map((line) =>
      line ? (
        <Text key={line} size="xsmall" className="text-ui-fg-muted whitespace-normal">
          {line}
        </Text>
      ) : null
    )}
  </span>
)
