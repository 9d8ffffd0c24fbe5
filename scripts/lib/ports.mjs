import net from "node:net"
import { Refused } from "./refused.mjs"

/** A port of this machine that nothing listens on now. */
export async function freePort() {
  return new Promise((done, failed) => {
    const server = net.createServer()
    server.once("error", failed)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/** The port that an environment variable gives. */
export function portOf(variable, fallback, given = process.env[variable]) {
  if (given === undefined || given === "") {
    return fallback
  }
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refused(
      `${variable} is "${given}", which is no port.`,
      `Give a number from 1 to 65535, or leave ${variable} out for ${fallback}.`
    )
  }
  return port
}

/** Refuses when the port cannot be listened on. `host` is left out for all addresses of the machine. */
export async function refuseTakenPort(port, { name, variable, host }) {
  const failure = await new Promise((done) => {
    const server = net.createServer()
    server.once("error", (error) => done(error.code))
    server.listen({ port, host }, () => server.close(() => done(null)))
  })
  if (failure === "EADDRINUSE") {
    throw new Refused(
      `Port ${port}, which ${name} needs, is taken by another program.`,
      `Stop that program or choose another port: ${variable}=${port + 1} npm start`
    )
  }
  if (failure !== null) {
    throw new Refused(`${name} may not listen on port ${port} (${failure}).`, `Choose a port above 1023: ${variable}=9000 npm start`)
  }
}
