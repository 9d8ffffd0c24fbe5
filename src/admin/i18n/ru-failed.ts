import type { Texts } from "./en"

/** What went wrong where a refusal has no code, or none with a text. */
const failed: Texts["failed"] = {
  network: "Сервер не отвечает. Проверьте связь и повторите.",
  server: "Сервер не справился. Повторите; если не поможет, скажите администратору.",
  signedOut: "Сеанс закончился: войдите снова.",
  notAllowed: "Ваша роль этого не позволяет.",
  missing: "Этого больше нет.",
  meanwhile: "Кто-то как раз меняет то же самое. Повторите.",
  tooLarge: "Слишком много за один раз.",
  tooMany: "Слишком много попыток. Попробуйте позже.",
  invalid: "Не принято. Проверьте, что введено: {{what}}.",
}

export default failed
