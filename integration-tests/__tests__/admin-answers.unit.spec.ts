import type { z } from "@medusajs/framework/zod"
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import * as adjustments from "../../src/admin/lib/adjustment-types"
import { CATEGORY_TYPES as SHOWN_CATEGORY_TYPES, type CatalogCategory } from "../../src/admin/lib/catalog-category"
import * as tree from "../../src/admin/lib/category-tree"
import type { CatalogPropertyList } from "../../src/admin/lib/catalog-properties"
import type * as content from "../../src/admin/lib/content"
import type { CurrencyRateList } from "../../src/admin/lib/currency-rates"
import type { DraftContract } from "../../src/admin/lib/draft-orders"
import type { SynonymList } from "../../src/admin/lib/search-synonyms"
import { LABEL_COLOURS as SHOWN_COLOURS, LABEL_WAYS, type LabelList } from "../../src/admin/lib/labels"
import { type OrderRuleList, type OrderRulePreview, RULE_TARGETS } from "../../src/admin/lib/order-rules"
import { BASES, type ThresholdList } from "../../src/admin/lib/price-thresholds"
import * as demands from "../../src/admin/lib/demands"
import type * as prices from "../../src/admin/lib/price-types"
import type * as cards from "../../src/admin/lib/product-card"
import type * as documents from "../../src/admin/lib/product-documents"
import type { ProductPosition } from "../../src/admin/lib/product-position"
import type { PurchaseGapList } from "../../src/admin/lib/purchase-gaps"
import type * as supplies from "../../src/admin/lib/supplies"
import type { ClientCategoryCard } from "../../src/admin/lib/trading-hours"
import type { ClientCartList, ClientCategoryList } from "../../src/admin/lib/types"
import * as sight from "../../src/admin/lib/visibility-rules"
import { AdminCatalogCategoryListResponse, AdminCatalogCategoryResponse } from "../../src/api/admin/catalog-categories/validators"
import { AdminCatalogEntriesResponse } from "../../src/api/admin/catalog-entries/validators"
import { AdminCatalogPropertiesResponse } from "../../src/api/admin/catalog-properties/validators"
import { AdminClientCategoryCardResponse, AdminClientCategoryListResponse } from "../../src/api/admin/client-categories/validators"
import { AdminContentFileResponse } from "../../src/api/admin/content-files/validators"
import { AdminContentRequestListResponse } from "../../src/api/admin/content-requests/validators"
import { AdminContentListResponse } from "../../src/api/admin/content/validators"
import { AdminContractPriceListResponse, AdminContractPricePreviewResponse } from "../../src/api/admin/contracts/[id]/prices/validators"
import { AdminCurrencyRateListResponse } from "../../src/api/admin/currency-rates/validators"
import { AdminDraftContractResponse } from "../../src/api/admin/draft-orders/validators"
import { AdminLabelListResponse } from "../../src/api/admin/labels/validators"
import { AdminSynonymListResponse } from "../../src/api/admin/search-synonyms/validators"
import { AdminClientCartListResponse } from "../../src/api/admin/legal-entities/workplace-validators"
import * as erpGroups from "../../src/api/admin/erp-groups/validators"
import { AdminOrderReservationResponse } from "../../src/api/admin/orders/[id]/reservation/validators"
import { AdminReservationRuleListResponse, AdminReservationRulePreviewResponse } from "../../src/api/admin/reservation-rules/validators"
import * as reservations from "../../src/admin/lib/reservations"
import { RESERVATION_STARTS } from "../../src/modules/supply/rules/resolve-reservation-terms"
import { AdminDemandSettingResponse } from "../../src/api/admin/demand-settings/validators"
import { AdminDemandListResponse, AdminDemandSuppliesResponse } from "../../src/api/admin/demands/validators"
import { AdminOrderRuleListResponse, AdminOrderRulePreviewResponse } from "../../src/api/admin/order-rules/validators"
import { AdminOrderPricesResponse } from "../../src/api/admin/orders/[id]/prices/validators"
import { AdminAdjustmentImportResponse } from "../../src/api/admin/price-adjustments/file/validators"
import * as adjustmentAnswers from "../../src/api/admin/price-adjustments/responses"
import { AdminPriceImportResponse, AdminPriceImportRowsResponse } from "../../src/api/admin/price-imports/validators"
import { AdminPriceThresholdListResponse } from "../../src/api/admin/price-thresholds/validators"
import { AdminPriceTypesResponse, AdminTypePricesResponse } from "../../src/api/admin/price-types/validators"
import {
  AdminBoundDocumentResponse,
  AdminDocumentListResponse,
  AdminDocumentProductsResponse,
} from "../../src/api/admin/product-documents/validators"
import { AdminPositionResponse } from "../../src/api/admin/product-positions/validators"
import { AdminRelationsResponse } from "../../src/api/admin/product-relations/validators"
import { AdminReviewListResponse, AdminReviewsDecidedResponse } from "../../src/api/admin/product-reviews/validators"
import { AdminSupplyLinesResponse, AdminSupplyListResponse, AdminSupplyResponse } from "../../src/api/admin/supplies/validators"
import { AdminSupplyImportResponse } from "../../src/api/admin/supply-imports/validators"
import { AdminVisibilityPreviewResponse, AdminVisibilityRuleListResponse } from "../../src/api/admin/visibility-rules/validators"
import { AdminWarehousesResponse } from "../../src/api/admin/warehouses/validators"
import { PurchaseGapsResponse } from "../../src/api/purchase-gap-schema"
import { PriceExplanationResponse } from "../../src/api/price-explanation-schema"
import { GROUP_STATES } from "../../src/database/groups/list-groups"
import { ORDER_RULE_TARGETS } from "../../src/database/order-rules/order-rule-listing"
import { CATEGORY_TYPES } from "../../src/modules/catalog/rules/category-tree"
import { LABEL_COLOURS, LABEL_RULE_KINDS } from "../../src/modules/catalog/rules/label-rule"
import { VISIBILITY_SCOPES, VISIBILITY_TARGETS } from "../../src/modules/catalog/rules/decide-visibility"
import { SCOPE_KINDS, TARGET_KINDS } from "../../src/modules/contract-pricing/rules/adjustment"
import { THRESHOLD_BASES } from "../../src/modules/contract-pricing/rules/threshold"
import { DEMAND_ALLOWED } from "../../src/modules/supply/rules/demand-allowed"
import { THRESHOLD_SCOPES } from "../../src/modules/contract-pricing/rules/threshold-draft"

const admin = resolve(__dirname, "../../src/admin")

/** Screens of the admin that hold a text, by their path. */
function holding(pattern: RegExp): string[] {
  return readdirSync(admin, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && pattern.test(readFileSync(join(admin, path), "utf8")))
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
}

describe("the screens of the admin", () => {
  it("change things through one hook, which has every answer of ours read anew", () => {
    expect(holding(/\buseMutation\(|invalidateQueries/)).toEqual(["lib/use-change.ts"])
  })

  it("ask under the path of the route, which that hook knows our answers by", () => {
    expect(holding(/\buse(Infinite)?Query\(/)).toEqual(["lib/use-answer.ts", "routes/audit-log/page.tsx"])
    expect(holding(/queryKey: \[(?!path\b|PATH\b)/)).toEqual([])
  })
})

/** Compiles while a route answers all that a screen reads of it. */
const read = <Shown>(path: string, answer: z.ZodType<Shown>) => ({ path, answer })

/** Answers, each with the type by which screens read it: the type check refuses what is read and not answered. */
const answers = [
  read<adjustments.AdjustmentList>("price-adjustments", adjustmentAnswers.AdminPriceAdjustmentListResponse),
  read<adjustments.AdjustmentCard>("price-adjustments", adjustmentAnswers.AdminPriceAdjustmentCardResponse),
  read<{ preview: adjustments.AdjustmentPreview }>("price-adjustments", adjustmentAnswers.AdminPriceAdjustmentPreviewResponse),
  read<adjustments.ChoiceList>("price-adjustments/choices", adjustmentAnswers.AdminAdjustmentChoicesResponse),
  read<{ adjustment_import: adjustments.AdjustmentImport }>("price-adjustments/file", AdminAdjustmentImportResponse),
  read<DraftContract>("draft-orders", AdminDraftContractResponse),
  read<{ catalog_category: CatalogCategory }>("catalog-categories", AdminCatalogCategoryResponse),
  read<tree.CategoryLevel>("catalog-categories", AdminCatalogCategoryListResponse),
  read<tree.ErpGroupList>("erp-groups", erpGroups.AdminErpGroupListResponse),
  read<tree.GroupMapping>("erp-groups/preview", erpGroups.AdminMappedErpGroupsResponse),
  read<tree.GroupMapping>("erp-groups/map", erpGroups.AdminMappedErpGroupsResponse),
  read<tree.GroupSources>("erp-groups/sources", erpGroups.AdminErpGroupSourcesResponse),
  read<CatalogPropertyList>("catalog-properties", AdminCatalogPropertiesResponse),
  read<ClientCategoryList>("client-categories", AdminClientCategoryListResponse),
  read<{ client_category: ClientCategoryCard }>("client-categories", AdminClientCategoryCardResponse),
  read<ClientCartList>("legal-entities", AdminClientCartListResponse),
  read<adjustments.ContractPriceList>("contracts", AdminContractPriceListResponse),
  read<adjustments.PriceRowResults>("contracts", AdminContractPricePreviewResponse),
  read<content.ContentList>("content", AdminContentListResponse),
  read<{ content_file: content.ContentFileRow }>("content-files", AdminContentFileResponse),
  read<content.ContentRequestList>("content-requests", AdminContentRequestListResponse),
  read<CurrencyRateList>("currency-rates", AdminCurrencyRateListResponse),
  read<PurchaseGapList>("legal-entities", PurchaseGapsResponse),
  read<LabelList>("labels", AdminLabelListResponse),
  read<SynonymList>("search-synonyms", AdminSynonymListResponse),
  read<reservations.ReservationRuleList>("reservation-rules", AdminReservationRuleListResponse),
  read<{ preview: reservations.ReservationRulePreview }>("reservation-rules", AdminReservationRulePreviewResponse),
  read<reservations.OrderReservationAnswer>("orders", AdminOrderReservationResponse),
  read<OrderRuleList>("order-rules", AdminOrderRuleListResponse),
  read<{ preview: OrderRulePreview }>("order-rules", AdminOrderRulePreviewResponse),
  read<ThresholdList>("price-thresholds", AdminPriceThresholdListResponse),
  read<{ explanation: prices.PriceExplanation }>("price-explanation", PriceExplanationResponse),
  read<prices.EntryList>("catalog-entries", AdminCatalogEntriesResponse),
  read<prices.OrderPrices>("orders", AdminOrderPricesResponse),
  read<prices.PriceTypeList>("price-types", AdminPriceTypesResponse),
  read<prices.TypePriceList>("price-types", AdminTypePricesResponse),
  read<{ warehouses: prices.Warehouse[] }>("warehouses", AdminWarehousesResponse),
  read<{ price_import: prices.PriceImport }>("price-imports", AdminPriceImportResponse),
  read<prices.PriceImportRows>("price-imports", AdminPriceImportRowsResponse),
  read<{ product_position: ProductPosition }>("product-positions", AdminPositionResponse),
  read<cards.RelationList>("product-relations", AdminRelationsResponse),
  read<cards.ReviewList>("product-reviews", AdminReviewListResponse),
  read<cards.DecidedReviews>("product-reviews", AdminReviewsDecidedResponse),
  read<documents.DocumentList>("product-documents", AdminDocumentListResponse),
  read<documents.BoundDocument>("product-documents", AdminBoundDocumentResponse),
  read<documents.DocumentProductList>("product-documents", AdminDocumentProductsResponse),
  read<demands.DemandList>("demands", AdminDemandListResponse),
  read<demands.ChoosableSupplies>("demands", AdminDemandSuppliesResponse),
  read<demands.DemandSettingAnswer>("demand-settings", AdminDemandSettingResponse),
  read<supplies.SupplyList>("supplies", AdminSupplyListResponse),
  read<{ supply: supplies.SupplyRow }>("supplies", AdminSupplyResponse),
  read<supplies.SupplyLineList>("supplies", AdminSupplyLinesResponse),
  read<supplies.SupplyImport>("supply-imports", AdminSupplyImportResponse),
  read<sight.VisibilityRuleList>("visibility-rules", AdminVisibilityRuleListResponse),
  read<{ preview: sight.VisibilityPreview }>("visibility-rules", AdminVisibilityPreviewResponse),
]

describe("the screens of rules and catalogue", () => {
  it.each(answers)("read what /admin/$path answers", ({ path, answer }) => {
    expect(holding(new RegExp(`["\`]/admin/${path}\\b`))).not.toEqual([])
    expect(answer.safeParse(null).success).toBe(false)
  })

  it("offer every scope, target and basis that there is", () => {
    const sorted = (names: readonly string[]) => [...names].sort()
    expect(sorted(adjustments.SCOPES)).toEqual(sorted(SCOPE_KINDS))
    expect(sorted(adjustments.SCOPES)).toEqual(sorted(THRESHOLD_SCOPES))
    expect(sorted(adjustments.TARGETS)).toEqual(sorted(TARGET_KINDS))
    expect(tree.GROUP_STATES).toEqual(GROUP_STATES)
    expect(demands.DEMAND_ALLOWED).toEqual(DEMAND_ALLOWED)
    expect(reservations.STARTS).toEqual(RESERVATION_STARTS)
    expect(BASES).toEqual(THRESHOLD_BASES)
    expect(SHOWN_CATEGORY_TYPES).toEqual(CATEGORY_TYPES)
    expect(SHOWN_COLOURS).toEqual(LABEL_COLOURS)
    expect(LABEL_WAYS).toEqual(["hand", ...LABEL_RULE_KINDS])
    expect(RULE_TARGETS).toEqual(ORDER_RULE_TARGETS)
    expect(sorted(sight.SIGHT_SCOPES)).toEqual(sorted(VISIBILITY_SCOPES))
    expect(sorted([...sight.SIGHT_TARGETS, "entry"])).toEqual(sorted(VISIBILITY_TARGETS))
  })
})
