import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromotionTerms } from "../../modules/contract-pricing/rules/promotion-money"

const SQL = `
  select p.code, p.type = 'standard' and m.type = 'fixed'
      and coalesce(m.allocation, case m.target_type when 'order' then 'across' else 'each' end) = 'across' as is_spread,
    case when b.type = 'spend' and b."limit" > 0 then jsonb_build_object('id', b.id, 'used', trim_scale(coalesce(b.used, 0))::text,
      'limit', trim_scale(b."limit")::text) end as budget
  from promotion p
  join promotion_application_method m on m.promotion_id = p.id and m.deleted_at is null
  left join promotion_campaign_budget b on b.campaign_id = p.campaign_id and b.deleted_at is null
  where p.code = any(cast(:codes as text[])) and p.deleted_at is null`

/** How what promotions take off becomes money, by code. */
export async function promotionTerms(db: Knex, codes: string[]): Promise<Map<string, PromotionTerms>> {
  const { rows } = await db.raw<{ rows: (PromotionTerms & { code: string })[] }>(SQL, { codes })
  return new Map(rows.map(({ code, is_spread, budget }) => [code, { is_spread, budget }]))
}
