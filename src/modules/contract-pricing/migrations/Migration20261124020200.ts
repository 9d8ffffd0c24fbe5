import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Money of one currency as that of another, by the rates that `kontor_rate_legs` gives; null = there is none. Multiplied first and divided once, to
 * twenty digits, as `rules/convert-amount.ts` does it. Hand-written: DML makes no functions.
 */
export class Migration20261124020200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function kontor_converted(amount numeric, legs jsonb) returns numeric language plpgsql immutable parallel safe as $$
      declare
        leg jsonb;
        product numeric := amount + 0::numeric(60, 30);
        divisor numeric := 1;
      begin
        if jsonb_array_length(legs) = 0 then
          return null;
        end if;
        for leg in select value from jsonb_array_elements(legs) loop
          if (leg ->> 'is_inverse')::boolean then
            divisor := divisor * (leg ->> 'rate')::numeric;
          else
            product := product * (leg ->> 'rate')::numeric;
          end if;
        end loop;
        return trim_scale(round(product / divisor, 20));
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists kontor_converted(numeric, jsonb);`)
  }
}
