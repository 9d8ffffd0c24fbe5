import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the supplier tells its dealers. Items and votes are hand-written: that an option is one of its question's, and that an employee votes once,
 * is held by keys of two columns, which DML cannot express.
 */
export class Migration20261125110000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [FILES, REQUESTS, ITEMS, POLLS]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "poll_vote"; drop table if exists "poll_option"; drop table if exists "poll_question";
      drop table if exists "content_item"; drop table if exists "content_request"; drop table if exists "content_file";`)
  }
}

const STAMPS = `
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null`

const FILES = `
  create table if not exists "content_file" (
    "id" text not null,
    "file_id" text not null,
    "name" text not null,
    "mime_type" text not null,
    "bytes" integer not null,
    "sha256" text not null,
    "thumbnail_file_id" text null,
    "thumbnail_tried_at" timestamptz null, ${STAMPS},
    constraint "content_file_pkey" primary key ("id")
  );
  create index if not exists "IDX_content_file_deleted_at" on "content_file" ("deleted_at") where deleted_at is null;`

const REQUESTS = `
  create table if not exists "content_request" (
    "id" text not null,
    "employee_id" text not null,
    "legal_entity_id" text not null,
    "media" text null check ("media" in ('photo', 'video', 'document', 'layout')),
    "text" text not null,
    "state" text not null default 'new' check ("state" in ('new', 'in_work', 'done', 'declined')),
    "answer" text null,
    "user_id" text null, ${STAMPS},
    constraint "content_request_pkey" primary key ("id")
  );
  create index if not exists "IDX_content_request_deleted_at" on "content_request" ("deleted_at") where deleted_at is null;
  create index if not exists "IDX_content_request_employee" on "content_request" ("employee_id", "created_at") where deleted_at is null;
  create index if not exists "IDX_content_request_entity" on "content_request" ("legal_entity_id", "created_at") where deleted_at is null;`

const ITEMS = `
  create table if not exists "content_item" (
    "id" text not null,
    "kind" text not null check ("kind" in ('news', 'faq', 'page', 'banner', 'poll', 'material')),
    "title" text not null,
    "body" text null,
    "slug" text null,
    "section" text null,
    "media" text null check ("media" in ('photo', 'video', 'document', 'layout')),
    "video_url" text null,
    "link" text null,
    "category_id" text null,
    "file_id" text null,
    "audience" text[] not null default '{}',
    "position" integer not null default 0,
    "is_published" boolean not null default false,
    "starts_on" date null,
    "ends_on" date null, ${STAMPS},
    constraint "content_item_pkey" primary key ("id"),
    constraint "content_item_file" foreign key ("file_id") references "content_file" ("id"),
    constraint "content_item_dates_check" check ("ends_on" >= "starts_on")
  );
  create unique index if not exists "content_item_slug" on "content_item" ("slug") where "deleted_at" is null;
  create index if not exists "content_item_kind" on "content_item" ("kind", "section", "position") where "deleted_at" is null;
  create index if not exists "content_item_of_file" on "content_item" ("file_id");`

const POLLS = `
  create table if not exists "poll_question" (
    "id" text not null,
    "item_id" text not null,
    "position" integer not null,
    "text" text not null,
    constraint "poll_question_pkey" primary key ("id"),
    constraint "poll_question_item" foreign key ("item_id") references "content_item" ("id") on delete cascade
  );
  create index if not exists "poll_question_of_item" on "poll_question" ("item_id", "position");
  create table if not exists "poll_option" (
    "id" text not null,
    "question_id" text not null,
    "position" integer not null,
    "text" text not null,
    constraint "poll_option_pkey" primary key ("question_id", "id"),
    constraint "poll_option_question" foreign key ("question_id") references "poll_question" ("id") on delete cascade
  );
  create table if not exists "poll_vote" (
    "question_id" text not null,
    "employee_id" text not null,
    "option_id" text not null,
    "created_at" timestamptz not null default now(),
    constraint "poll_vote_pkey" primary key ("question_id", "employee_id"),
    constraint "poll_vote_option" foreign key ("question_id", "option_id") references "poll_option" ("question_id", "id")
  );
  create index if not exists "poll_vote_of_option" on "poll_vote" ("question_id", "option_id");`
