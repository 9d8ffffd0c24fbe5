const en = {
  accounts: {
    title: "Exchange accounts",
    hint: "With such an account 1C signs in at /exchange/1c. The secret is shown once.",
    login: "Login",
    source: "1C base",
    dialect: "Client",
    state: "State",
    lastUsed: "Last used",
    active: "Active",
    off: "Switched off",
    add: "Add an account",
    secret: "Secret for {{login}}",
    switchOff: "Switch off",
    switchOffQuestion: "1C can no longer exchange with {{login}}.",
    empty: "No accounts yet",
    never: "never",
    save: "Save",
    cancel: "Cancel",
  },
  dialect: { auto: "Found out by itself", client_a: "Built-in exchange", client_b: "1C-Bitrix extension" },
}

const ru: typeof en = {
  accounts: {
    title: "Учётные записи обмена",
    hint: "С такой записью 1С входит по адресу /exchange/1c. Пароль показывается один раз.",
    login: "Логин",
    source: "База 1С",
    dialect: "Клиент",
    state: "Состояние",
    lastUsed: "Использована",
    active: "Включена",
    off: "Отключена",
    add: "Добавить запись",
    secret: "Пароль для {{login}}",
    switchOff: "Отключить",
    switchOffQuestion: "1С больше не сможет обмениваться под именем {{login}}.",
    empty: "Записей пока нет",
    never: "никогда",
    save: "Сохранить",
    cancel: "Отмена",
  },
  dialect: { auto: "Определяется сам", client_a: "Встроенный обмен", client_b: "Модуль 1С-Битрикс" },
}

export default { en: { onec: en }, ru: { onec: ru } }
