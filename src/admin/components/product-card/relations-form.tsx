import { Button, Checkbox, IconButton, Label, Text } from "@medusajs/ui"
import { XMark } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type RelationKind, type RelationRow, relationsBody } from "../../lib/product-card"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { ProductPicker } from "./product-picker"

interface Props {
  path: string
  product: string
  kind: RelationKind
  /** What the staff says so far. */
  own: RelationRow[]
  /** Of that. */
  version: string
}

type Named = Pick<RelationRow, "product_id" | "title" | "is_mutual">

/** All that the staff says of one kind: products are added, taken off, and made mutual. */
export const RelationsForm = ({ path, product, kind, own, version }: Props) => {
  const { t } = useTranslation("kontor")
  const [rows, setRows] = useState<Named[]>(own)
  const change = useChange()
  const setMutual = (id: string, is_mutual: boolean) => setRows(rows.map((row) => (row.product_id === id ? { ...row, is_mutual } : row)))
  return (
    <FormDrawer
      title={t(`productCard.relations.${kind}`)}
      hint={t("productCard.relationsHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("productCard.change")}
        </Button>
      }
      isComplete
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path, method: "POST", body: relationsBody(kind, rows, version) })}
      onClose={() => setRows(own)}
    >
      {rows.map(({ product_id, title, is_mutual }) => (
        <div key={product_id} className="flex items-center gap-x-3">
          <Text size="small" className="flex-1 break-words">
            {title}
          </Text>
          <Checkbox
            id={`mutual-${product_id}`}
            checked={is_mutual}
            onCheckedChange={(checked) => setMutual(product_id, checked === true)}
          />
          <Label htmlFor={`mutual-${product_id}`} size="small">
            {t("productCard.mutual")}
          </Label>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("productCard.takeOff", { name: title })}
            onClick={() => setRows(rows.filter((row) => row.product_id !== product_id))}
          >
            <XMark />
          </IconButton>
        </div>
      ))}
      <ProductPicker
        id="relation"
        label={t("productCard.add")}
        without={[product, ...rows.map(({ product_id }) => product_id)]}
        onChoose={({ product_id, title }) => setRows([...rows, { product_id, title, is_mutual: kind === "analogue" }])}
      />
    </FormDrawer>
  )
}
