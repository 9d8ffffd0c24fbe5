/** The part of knex that this module's statements use; a transaction has it too. */
export interface Db {
  raw<Row>(sql: string, bindings?: readonly (string | number | boolean | Date | null | string[])[]): PromiseLike<{ rows: Row[] }>
}
