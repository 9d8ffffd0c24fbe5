import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * `kontor_sort_title` says what it said, in half the time: a load computes it for every product. Only separators that are not the single
 * space they become are replaced, and numbers are padded one by one, where cutting them to nine digits by a regular expression took longer
 * than all the rest. No stored value changes. Where numbers are set apart `|` cannot occur any more.
 */
export class Migration20261124041600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function kontor_sort_title(value text) returns text
      language plpgsql immutable strict parallel safe as $$
      declare
        title constant text := regexp_replace(
          translate(lower(value collate "und-x-icu"), 'ё', 'е') collate "C",
          '[[:space:][:punct:]«»„“”–—]{2,}|[\\t\\n\\v\\f\\r[:punct:]«»„“”–—]', ' ', 'g'
        );
        parts text[];
      begin
        if title !~ '[0-9]' then
          return ltrim(title);
        end if;
        parts := string_to_array(regexp_replace(title, '[0-9]+', '|\\&|', 'g'), '|');
        for i in 1 .. array_length(parts, 1) / 2 loop
          parts[i * 2] := right('00000000' || parts[i * 2], 9);
        end loop;
        return ltrim(array_to_string(parts, ''));
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      create or replace function kontor_sort_title(value text) returns text
      language sql immutable parallel safe
      return ltrim(regexp_replace(
        regexp_replace(
          regexp_replace(
            translate(lower(value collate "und-x-icu"), 'ё', 'е') collate "C",
            '[[:space:][:punct:]«»„“”–—]+', ' ', 'g'
          ),
          '([0-9]+)', '00000000\\1', 'g'
        ),
        '[0-9]*([0-9]{9})', '\\1', 'g'
      ));`)
  }
}
