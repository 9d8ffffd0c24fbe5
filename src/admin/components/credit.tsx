import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDateTime, formatMoney } from "../lib/format"
import type { ContractRow } from "../lib/types"
import { Rows } from "./rows"
import { Section } from "./section"

/** On what credit a client buys, contract by contract, and as of when. What he owes is said nowhere: nothing has told it. */
export const Credit = ({ contracts }: { contracts: ContractRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  const rows = contracts
    .filter(({ terms }) => terms?.credit_limit || terms?.credit_terms)
    .map(({ id, number, currency_code, terms }) => ({
      id,
      cells: [
        number,
        terms?.credit_limit ? formatMoney(terms.credit_limit, currency_code, i18n.language) : "",
        terms?.credit_terms ?? "",
        formatDateTime(terms?.credit_as_of, i18n.language),
      ],
    }))
  const heads = [t("entities.number"), ...["limit", "terms"].map((name) => t(`credit.${name}`)), t("entities.asOf")]
  return (
    <Section title={t("credit.title")}>
      <Rows heads={heads} rows={rows} empty={t("credit.none")} />
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("credit.noDebts")}
      </Text>
    </Section>
  )
}
