import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorText } from "../components/error-text"
import { RelationsForm } from "../components/product-card/relations-form"
import { Rows } from "../components/rows"
import { Section } from "../components/section"
import { RELATION_KINDS, type RelationKind, type RelationList, saidHere } from "../lib/product-card"
import { useAnswer } from "../lib/use-answer"

/** On the product: what dealers see beside it, from 1C and by hand. */
const ProductRelationsWidget = ({ data: { id } }: DetailWidgetProps<AdminProduct>) => {
  const path = `/admin/product-relations/${id}`
  const { data, error } = useAnswer<RelationList>(path)
  return (
    <>
      <ErrorText error={error} />
      {data && RELATION_KINDS.map((kind) => <OfKind key={kind} path={path} product={id} kind={kind} data={data} />)}
    </>
  )
}

const OfKind = ({ path, product, kind, data }: { path: string; product: string; kind: RelationKind; data: RelationList }) => {
  const { t } = useTranslation("kontor")
  const rows = data.product_relations
    .filter((row) => row.kind === kind)
    .map((row) => ({
      id: `${row.source} ${row.is_from_other} ${row.product_id}`,
      cells: [
        <Link key="product" className="text-ui-fg-interactive" to={`/products/${row.product_id}`}>
          {row.title}
        </Link>,
        row.article,
        t(row.is_from_other ? "productCard.saidByOther" : `factSource.${row.source}`),
        row.is_mutual && t("productCard.mutual"),
      ],
    }))
  const own = saidHere(data.product_relations, kind)
  return (
    <Section
      title={t(`productCard.relations.${kind}`)}
      action={<RelationsForm key={data.versions[kind]} path={path} product={product} kind={kind} own={own} version={data.versions[kind]} />}
    >
      <Rows
        heads={[t("productCard.product"), t("productCard.article"), t("productCard.source"), ""]}
        rows={rows}
        empty={t("productCard.noRelations")}
      />
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-relations", zone: "product.details.after" })

export default ProductRelationsWidget
