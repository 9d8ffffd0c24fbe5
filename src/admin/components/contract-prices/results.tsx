import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PriceRowResult } from "../../lib/adjustment-types"
import { formatMoney } from "../../lib/format"
import { productName } from "../../lib/product-name"

/** More rows than anybody reads; refused ones come first. */
const SHOWN_MAX = 100

/** What each row does, and what the product costs before and after. */
export const PriceResults = ({ results, currency }: { results: PriceRowResult[]; currency: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const money = (amount: string | null) => (amount === null ? "–" : formatMoney(amount, currency, i18n.language))
  const isRefused = ({ outcome }: PriceRowResult) => outcome === "refused"
  const ordered = [...results.filter(isRefused), ...results.filter((result) => !isRefused(result))]
  return (
    <>
      <Table>
        <Table.Header>
          <Table.Row>
            {["product", "outcome", "before", "after"].map((head) => (
              <Table.HeaderCell key={head}>{t(`contractPrices.${head}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {ordered.slice(0, SHOWN_MAX).map((result) => (
            <Table.Row key={result.row}>
              <Table.Cell className="whitespace-normal py-2">
                {result.product ? [result.product.article, productName(result.product)].filter(Boolean).join(" · ") : result.subject}
              </Table.Cell>
              <Table.Cell className={isRefused(result) ? "text-ui-fg-error whitespace-normal py-2" : "py-2"}>
                {[
                  t(`contractPrices.outcomes.${result.outcome}`),
                  result.code && t(`contractPrices.refusals.${result.code}`, result.message ?? result.code),
                ]
                  .filter(Boolean)
                  .join(": ")}
              </Table.Cell>
              <Table.Cell className="py-2">{money(result.price_before)}</Table.Cell>
              <Table.Cell className="py-2">{money(result.price_after)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {ordered.length > SHOWN_MAX && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("contractPrices.more", { total: ordered.length - SHOWN_MAX })}
        </Text>
      )}
    </>
  )
}
