/** Where the screens of the staff stand. */
export const ADMIN_URL = `${(process.env.KONTOR_URL ?? "http://localhost:9000").replace(/\/+$/, "")}/app`
