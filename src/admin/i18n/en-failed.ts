/** What went wrong where a refusal has no code, or none with a text. */
export default {
  network: "The server does not answer. Check the connection and try again.",
  server: "The server could not do it. Try again; if that does not help, tell your administrator.",
  signedOut: "You are signed out: sign in again.",
  notAllowed: "Your role does not allow this.",
  missing: "It is there no more.",
  meanwhile: "Somebody else is just changing the same. Try again.",
  tooLarge: "That is too much at once.",
  tooMany: "Too many attempts. Try again later.",
  invalid: "Not accepted. Check what was typed: {{what}}.",
}
