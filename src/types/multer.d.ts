/** The part of multer that is used here: one file of a form, kept in memory. */
declare module "multer" {
  import type { RequestHandler } from "express"

  interface Options {
    storage: unknown
    limits: { fileSize: number; files: number; fields: number }
  }

  interface Multer {
    single(field: string): RequestHandler
  }

  function multer(options: Options): Multer
  namespace multer {
    function memoryStorage(): unknown
    class MulterError extends Error {
      code: string
    }
  }

  export = multer
}
