import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { ReasonDrawer } from "../../components/reason-drawer"
import { formatDateTime } from "../../lib/format"
import { type DecidedReviews, decisionBody, REVIEW_STATES, type ReviewList, type ReviewRow } from "../../lib/product-card"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"

const PATH = "/admin/product-reviews"
const COLOURS = { new: "orange", published: "green", declined: "red" } as const

const columns = createDataTableColumnHelper<ReviewRow>()

/** What dealers say of products: read, published or declined. */
const ProductReviews = () => {
  const { t, i18n } = useTranslation("kontor")
  const [state, setState] = useState<string | undefined>("new")
  const page = usePageOf<ReviewList, ReviewRow>(PATH, ({ product_reviews }) => product_reviews, { filters: { state } })
  const waiting = page.rows.filter((row) => row.state === "new")
  const shown = [
    columns.accessor(({ product }) => product.title ?? product.id, {
      id: "product",
      header: t("productCard.product"),
      cell: ({ row }) => <Product product={row.original.product} />,
    }),
    columns.accessor("rating", { header: t("productCard.reviews.rating"), cell: ({ getValue }) => "★".repeat(getValue()) }),
    columns.accessor("text", { header: t("productCard.reviews.text"), cell: ({ row }) => <Words review={row.original} /> }),
    columns.accessor(({ author }) => [author.name, author.legal_entity].filter(Boolean).join(", "), {
      id: "author",
      header: t("productCard.reviews.author"),
      cell: ({ getValue }) => <span className="whitespace-normal">{getValue()}</span>,
    }),
    columns.accessor(({ updated_at }) => formatDateTime(updated_at, i18n.language), { id: "at", header: t("productCard.reviews.at") }),
    columns.accessor("state", {
      header: t("productCard.reviews.state"),
      cell: ({ getValue }) => <StatusBadge color={COLOURS[getValue()]}>{t(`productCard.reviews.states.${getValue()}`)}</StatusBadge>,
    }),
    columns.display({ id: "decide", cell: ({ row }) => <Decide review={row.original} /> }),
  ]
  return (
    <PagedTable
      title={t("productCard.reviews.title")}
      // The list opens with those that wait: that none does is no search without a result.
      page={{ ...page, isFiltered: state !== undefined && state !== "new" }}
      columns={shown}
      rowId={(row) => row.id}
      search={t("productCard.reviews.search")}
      tools={
        <>
          <FilterChoice
            label={t("productCard.reviews.state")}
            value={state}
            values={REVIEW_STATES}
            text={(value) => t(`productCard.reviews.states.${value}`)}
            onChange={setState}
          />
          <PublishAll waiting={waiting} />
        </>
      }
      empty={{
        heading: t(state === "new" ? "productCard.reviews.noneWaits" : "productCard.reviews.empty"),
        description: t("productCard.reviews.emptyHint"),
      }}
    />
  )
}

const Product = ({ product: { id, title, article } }: { product: ReviewRow["product"] }) => (
  <Link className="text-ui-fg-interactive flex flex-col whitespace-normal" to={`/products/${id}`}>
    {title ?? id}
    {article && (
      <Text as="span" size="xsmall" className="text-ui-fg-muted">
        {article}
      </Text>
    )}
  </Link>
)

const Words = ({ review: { text, decision_reason } }: { review: ReviewRow }) => {
  const { t } = useTranslation("kontor")
  return (
    <span className="flex max-w-[420px] flex-col whitespace-pre-line break-words py-2">
      {text}
      {decision_reason && (
        <Text as="span" size="xsmall" className="text-ui-fg-error">
          {t("productCard.reviews.because", { reason: decision_reason })}
        </Text>
      )}
    </span>
  )
}

/** All that wait on this page, as they are read there. */
const PublishAll = ({ waiting }: { waiting: ReviewRow[] }) => {
  const { t } = useTranslation("kontor")
  const publish = useChange<DecidedReviews>()
  return (
    <Button
      size="small"
      variant="secondary"
      disabled={waiting.length === 0}
      isLoading={publish.isPending}
      onClick={() => publish.mutate({ path: `${PATH}/decisions`, method: "POST", body: decisionBody(waiting, null) })}
    >
      {t("productCard.reviews.publishAll", { total: waiting.length })}
    </Button>
  )
}

const Decide = ({ review }: { review: ReviewRow }) => {
  const { t } = useTranslation("kontor")
  const change = useChange<DecidedReviews>()
  const decide = (reason: string | null) =>
    change.mutateAsync({ path: `${PATH}/decisions`, method: "POST", body: decisionBody([review], reason) })
  return (
    <div className="flex justify-end gap-x-2">
      {review.state !== "published" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={change.isPending}
          onClick={() => change.mutate({ path: `${PATH}/decisions`, method: "POST", body: decisionBody([review], null) })}
        >
          {t("productCard.reviews.publish")}
        </Button>
      )}
      {review.state !== "declined" && (
        <ReasonDrawer
          title={t("productCard.reviews.decline")}
          hint={t("productCard.reviews.declineHint")}
          trigger={
            <Button size="small" variant="transparent">
              {t("productCard.reviews.decline")}
            </Button>
          }
          isPending={change.isPending}
          onSubmit={decide}
        />
      )}
    </div>
  )
}

export const config = defineRouteConfig({ label: "productCard.reviews.title", translationNs: "kontor", nested: "/products" })

export default ProductReviews
