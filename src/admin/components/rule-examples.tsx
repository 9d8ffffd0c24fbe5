import { Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { RuleExample } from "../lib/adjustment-types"
import { productName } from "../lib/product-name"

interface Props<Example> {
  examples: Example[]
  /** What stands beside the article. */
  note?: (example: Example) => string | null
  /** What holds on one side of the change. */
  told: (example: Example, side: "before" | "after") => ReactNode
}

/** Products under contracts, before and after a rule that is tried. */
export function RuleExamples<Example extends RuleExample<unknown>>({ examples, note, told }: Props<Example>) {
  const { t } = useTranslation("kontor")
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
        {examples.map((example) => {
          const { contract, product, is_changed } = example
          return (
            <Table.Row key={`${contract.id} ${product.variant_id}`} className={is_changed ? "" : "text-ui-fg-muted"}>
              <Named name={productName(product)} note={[product.article, note?.(example)].filter(Boolean).join(" · ")} />
              <Named name={contract.number} note={contract.legal_entity.name} />
              <Table.Cell className="whitespace-normal py-2">{told(example, "before")}</Table.Cell>
              <Table.Cell className="whitespace-normal py-2">{is_changed ? told(example, "after") : t("adjustments.stays")}</Table.Cell>
            </Table.Row>
          )
        })}
      </Table.Body>
    </Table>
  )
}

const Named = ({ name, note }: { name: string; note: string }) => (
  <Table.Cell className="py-2">
    <span className="flex flex-col">
      <span className="whitespace-normal">{name}</span>
      <Text size="xsmall" className="text-ui-fg-muted whitespace-normal">
        {note}
      </Text>
    </span>
  </Table.Cell>
)
