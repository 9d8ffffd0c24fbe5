import { Badge, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatNumber } from "../../lib/format"
import type { OrderRulePreview, ValidQuantities } from "../../lib/order-rules"
import { productName } from "../../lib/product-name"
import { Touched } from "../touched"

/** What an order rule would do: how much it reaches, and what may be ordered before and after. */
export const OrderRulePreviewPanel = ({ preview }: { preview: OrderRulePreview }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const { touched, compared, changed, impossible, examples } = preview
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t("adjustments.preview")}</Heading>
      <Touched touched={touched} />
      <Text>
        {t(compared.is_whole ? "orderRules.comparedAll" : "orderRules.comparedPart", {
          changed: number(changed),
          contracts: number(compared.contracts),
          products: number(compared.products),
        })}
      </Text>
      {impossible > 0 && (
        <Badge size="small" color="red">
          {t("orderRules.impossible", { total: number(impossible) })}
        </Badge>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </div>
  )
}

const Examples = ({ examples }: { examples: OrderRulePreview["examples"] }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: string) => formatNumber(Number(value), i18n.language)
  const told = (valid: ValidQuantities) => {
    if (valid === null) {
      return t("orderRules.nothing")
    }
    const { step, minimum, maximum } = valid
    const from = t("orderRules.from", { minimum: number(minimum), step: number(step) })
    return maximum === null ? from : `${from} ${t("orderRules.upTo", { maximum: number(maximum) })}`
  }
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          {["product", "contract", "before", "after"].map((head) => (
            <Table.HeaderCell key={head}>{t(`adjustments.heads.${head}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {examples.map(({ contract, product, before, after, is_changed }) => (
          <Table.Row key={`${contract.id} ${product.variant_id}`} className={is_changed ? "" : "text-ui-fg-muted"}>
            <Table.Cell className="whitespace-normal py-2">
              {[product.article, productName(product)].filter(Boolean).join(" · ")}
            </Table.Cell>
            <Table.Cell className="whitespace-normal py-2">{`${contract.number} · ${contract.legal_entity.name}`}</Table.Cell>
            <Table.Cell className="whitespace-normal py-2">{told(before)}</Table.Cell>
            <Table.Cell className="whitespace-normal py-2">{is_changed ? told(after) : t("adjustments.stays")}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
