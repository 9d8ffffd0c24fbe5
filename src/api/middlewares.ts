import { defineMiddlewares } from "@medusajs/framework/http"
import { adminApplicationMiddlewares } from "./admin/applications/middlewares"
import { adminAuditEntryMiddlewares } from "./admin/audit-entries/middlewares"
import { adminCatalogCategoryMiddlewares } from "./admin/catalog-categories/middlewares"
import { adminCatalogEntryMiddlewares } from "./admin/catalog-entries/middlewares"
import { adminCatalogPropertyMiddlewares } from "./admin/catalog-properties/middlewares"
import { adminClientCategoryMiddlewares } from "./admin/client-categories/middlewares"
import { adminContentMiddlewares } from "./admin/content/middlewares"
import { adminContentFileMiddlewares } from "./admin/content-files/middlewares"
import { adminContentRequestMiddlewares } from "./admin/content-requests/middlewares"
import { adminCurrencyRateMiddlewares } from "./admin/currency-rates/middlewares"
import { adminDemandSettingMiddlewares } from "./admin/demand-settings/middlewares"
import { adminDemandMiddlewares } from "./admin/demands/middlewares"
import { adminContractPriceMiddlewares } from "./admin/contracts/[id]/prices/middlewares"
import { adminDraftOrderMiddlewares } from "./admin/draft-orders/middlewares"
import { adminEmployeeMiddlewares } from "./admin/employees/middlewares"
import { adminErpGroupMiddlewares } from "./admin/erp-groups/middlewares"
import { adminExchangeRunMiddlewares } from "./admin/exchange-runs/middlewares"
import { adminExclusiveLabelMiddlewares } from "./admin/exclusive-labels/middlewares"
import { adminHoldingMiddlewares } from "./admin/holdings/middlewares"
import { adminLabelMiddlewares } from "./admin/labels/middlewares"
import { adminLegalEntityMiddlewares } from "./admin/legal-entities/middlewares"
import { adminMiddlewares } from "./admin/middlewares"
import { adminOrderExchangeMiddlewares } from "./admin/orders/[id]/exchange/middlewares"
import { adminOrderPriceMiddlewares } from "./admin/orders/[id]/prices/middlewares"
import { adminOrderReservationMiddlewares } from "./admin/orders/[id]/reservation/middlewares"
import { adminReservationRuleMiddlewares } from "./admin/reservation-rules/middlewares"
import { adminPriceAdjustmentMiddlewares } from "./admin/price-adjustments/middlewares"
import { adminPriceExplanationMiddlewares } from "./admin/price-explanation/middlewares"
import { adminPriceImportMiddlewares } from "./admin/price-imports/middlewares"
import { adminWarehouseMiddlewares } from "./admin/warehouses/middlewares"
import { adminOrderRuleMiddlewares } from "./admin/order-rules/middlewares"
import { adminPriceThresholdMiddlewares } from "./admin/price-thresholds/middlewares"
import { adminPriceTypeMiddlewares } from "./admin/price-types/middlewares"
import { uploadMiddlewares } from "./admin/note-uploads"
import { linkedGoodsMiddlewares } from "./admin/refresh-linked-goods"
import { adminProductDocumentMiddlewares } from "./admin/product-documents/middlewares"
import { adminProductPositionMiddlewares } from "./admin/product-positions/middlewares"
import { adminProductRelationMiddlewares } from "./admin/product-relations/middlewares"
import { adminProductReviewMiddlewares } from "./admin/product-reviews/middlewares"
import { adminRoleMiddlewares } from "./admin/roles/middlewares"
import { adminSearchSynonymMiddlewares } from "./admin/search-synonyms/middlewares"
import { adminStaffMiddlewares } from "./admin/staff/middlewares"
import { adminVisibilityRuleMiddlewares } from "./admin/visibility-rules/middlewares"
import { adminSupplyMiddlewares } from "./admin/supplies/middlewares"
import { adminSupplyImportMiddlewares } from "./admin/supply-imports/middlewares"
import { adminSupplyLineMiddlewares } from "./admin/supply-lines/middlewares"
import { authApplicationMiddlewares } from "./auth/applications/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { malformedPathMiddlewares } from "./malformed-paths"
import { nulMiddlewares } from "./nul-characters"
import { storeApplicationMiddlewares } from "./store/applications/middlewares"
import { cartMiddlewares } from "./store/carts/middlewares"
import { storeCatalogMiddlewares } from "./store/catalog/middlewares"
import { companyOrderMiddlewares } from "./store/company-orders/middlewares"
import { storeColleagueMiddlewares } from "./store/company/employees/middlewares"
import { storeReviewSignatureMiddlewares } from "./store/company/review-signature/middlewares"
import { storeRoleMiddlewares } from "./store/company/roles/middlewares"
import { storeConsentMiddlewares } from "./store/consents/middlewares"
import { storeContentMiddlewares } from "./store/content/middlewares"
import { storeContentRequestMiddlewares } from "./store/content-requests/middlewares"
import { storeDeliveryPointMiddlewares } from "./store/delivery-points/middlewares"
import { storeFavouriteMiddlewares } from "./store/favourites/middlewares"
import { storeLegalEntityMiddlewares } from "./store/legal-entities/middlewares"
import { storeMeMiddlewares } from "./store/me/middlewares"
import { storeSignInMiddlewares } from "./store/me/sign-ins/middlewares"
import { storeMiddlewares } from "./store/middlewares"
import { orderFormTemplateMiddlewares } from "./store/order-form-template/middlewares"
import { storeNoticeMiddlewares } from "./store/notices/middlewares"
import { storePartNumberMiddlewares } from "./store/part-numbers/middlewares"
import { storePriceListMiddlewares } from "./store/price-lists/middlewares"
import { storePriceMiddlewares } from "./store/prices/middlewares"
import { storeProductDocumentMiddlewares } from "./store/product-documents/middlewares"
import { storePurchaseMiddlewares } from "./store/purchases/middlewares"
import { registryMiddlewares } from "./store/registry/middlewares"
import { storeSupplyMiddlewares } from "./store/supplies/middlewares"
import { storeTradingHoursMiddlewares } from "./store/trading-hours/middlewares"

/** One line a resource, in alphabetical order of their files. */
export default defineMiddlewares({
  routes: [
    ...adminApplicationMiddlewares,
    ...adminAuditEntryMiddlewares,
    ...adminCatalogCategoryMiddlewares,
    ...adminCatalogEntryMiddlewares,
    ...adminCatalogPropertyMiddlewares,
    ...adminClientCategoryMiddlewares,
    ...adminContentMiddlewares,
    ...adminContentFileMiddlewares,
    ...adminContentRequestMiddlewares,
    ...adminCurrencyRateMiddlewares,
    ...adminDemandSettingMiddlewares,
    ...adminDemandMiddlewares,
    ...adminContractPriceMiddlewares,
    ...adminDraftOrderMiddlewares,
    ...adminEmployeeMiddlewares,
    ...adminErpGroupMiddlewares,
    ...adminExchangeRunMiddlewares,
    ...adminExclusiveLabelMiddlewares,
    ...adminHoldingMiddlewares,
    ...adminLabelMiddlewares,
    ...adminLegalEntityMiddlewares,
    ...adminMiddlewares,
    ...adminOrderExchangeMiddlewares,
    ...adminOrderPriceMiddlewares,
    ...adminOrderReservationMiddlewares,
    ...adminReservationRuleMiddlewares,
    ...adminPriceAdjustmentMiddlewares,
    ...adminPriceExplanationMiddlewares,
    ...adminPriceImportMiddlewares,
    ...adminWarehouseMiddlewares,
    ...adminOrderRuleMiddlewares,
    ...adminPriceThresholdMiddlewares,
    ...adminPriceTypeMiddlewares,
    ...linkedGoodsMiddlewares,
    ...uploadMiddlewares,
    ...adminProductDocumentMiddlewares,
    ...adminProductPositionMiddlewares,
    ...adminProductRelationMiddlewares,
    ...adminProductReviewMiddlewares,
    ...adminRoleMiddlewares,
    ...adminSearchSynonymMiddlewares,
    ...adminStaffMiddlewares,
    ...adminVisibilityRuleMiddlewares,
    ...adminSupplyMiddlewares,
    ...adminSupplyImportMiddlewares,
    ...adminSupplyLineMiddlewares,
    ...authApplicationMiddlewares,
    ...authMiddlewares,
    ...malformedPathMiddlewares,
    ...nulMiddlewares,
    ...storeApplicationMiddlewares,
    ...cartMiddlewares,
    ...storeCatalogMiddlewares,
    ...companyOrderMiddlewares,
    ...storeColleagueMiddlewares,
    ...storeReviewSignatureMiddlewares,
    ...storeRoleMiddlewares,
    ...storeConsentMiddlewares,
    ...storeContentMiddlewares,
    ...storeContentRequestMiddlewares,
    ...storeDeliveryPointMiddlewares,
    ...storeTradingHoursMiddlewares,
    ...storeFavouriteMiddlewares,
    ...storeLegalEntityMiddlewares,
    ...storeMeMiddlewares,
    ...storeSignInMiddlewares,
    ...storeMiddlewares,
    ...orderFormTemplateMiddlewares,
    ...storeNoticeMiddlewares,
    ...storePartNumberMiddlewares,
    ...storePriceListMiddlewares,
    ...storePriceMiddlewares,
    ...storeProductDocumentMiddlewares,
    ...storePurchaseMiddlewares,
    ...registryMiddlewares,
    ...storeSupplyMiddlewares,
  ],
})
