import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Rates of currencies by bank day, and how a rate of a day is found. Hand-written: `numeric(20,10)` and a primary key in the order of reading
 * are not expressible in DML. The functions keep the price statement short: planning it takes longer than running it, and most price types
 * are in the currency of the contract.
 */
export class Migration20261123040000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLE)
    this.addSql(LEG)
    this.addSql(LEGS)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists kontor_rate_legs(text, text, text, date);`)
    this.addSql(`drop function if exists kontor_rate_leg(text, text, date);`)
    this.addSql(`drop table if exists "currency_rate";`)
  }
}

/** `rate`: what one unit of `currency_code` costs in `in_currency`, said for the bank day `on_date`. */
const TABLE = `
  create table if not exists "currency_rate" (
    "id" text not null,
    "currency_code" text not null,
    "in_currency" text not null,
    "on_date" date not null,
    "rate" numeric(20, 10) not null,
    "source" text not null,
    "as_of" timestamptz null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    constraint "currency_rate_pkey" primary key ("currency_code", "in_currency", "on_date"),
    constraint "currency_rate_id_unique" unique ("id"),
    constraint "currency_rate_source_check" check ("source" in ('erp', 'portal')),
    constraint "currency_rate_positive" check ("rate" > 0),
    constraint "currency_rate_of_another" check ("currency_code" <> "in_currency")
  );
  create index if not exists "currency_rate_on_date" on "currency_rate" ("on_date");`

/** The rate of a day between two currencies: as it is said, else the other way round; null = none of the last 14 days. */
const LEG = `
  create or replace function kontor_rate_leg(wanted text, priced_in text, on_day date) returns jsonb language plpgsql stable parallel safe as $$
  declare
    found jsonb;
  begin
    select jsonb_build_object('currency_code', r.currency_code, 'in_currency', r.in_currency, 'on_date', r.on_date,
        'rate', trim_scale(r.rate)::text, 'source', r.source, 'as_of', r.as_of, 'is_inverse', r.currency_code <> wanted)
      into found
      from (
        (select 1 as place, d.* from currency_rate d
          where d.currency_code = wanted and d.in_currency = priced_in and d.on_date between on_day - 14 and on_day order by d.on_date desc limit 1)
        union all
        (select 2 as place, i.* from currency_rate i
          where i.currency_code = priced_in and i.in_currency = wanted and i.on_date between on_day - 14 and on_day order by i.on_date desc limit 1)
      ) r order by r.place limit 1;
    return found;
  end $$;`

/** The rates by which money of one currency becomes that of another on a day, at most two: through \`base\` where there is none between them. */
const LEGS = `
  create or replace function kontor_rate_legs(wanted text, priced_in text, base text, on_day date) returns jsonb language plpgsql stable parallel safe as $$
  declare
    leg jsonb := kontor_rate_leg(wanted, priced_in, on_day);
    onward jsonb;
  begin
    if leg is not null then
      return jsonb_build_array(leg);
    end if;
    if base is null or base in (wanted, priced_in) then
      return '[]';
    end if;
    leg := kontor_rate_leg(wanted, base, on_day);
    onward := kontor_rate_leg(base, priced_in, on_day);
    return case when leg is null or onward is null then '[]'::jsonb else jsonb_build_array(leg, onward) end;
  end $$;`
