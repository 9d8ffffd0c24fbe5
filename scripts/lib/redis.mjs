import net from "node:net"
import { Refused } from "./refused.mjs"

const ANSWER_MS = 5_000

/** Refuses when nothing answers at REDIS_URL: the server would wait for it without a word. */
export async function refuseSilentRedis(url = process.env.REDIS_URL) {
  if (!url) {
    return
  }
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol)) {
    throw new Refused("REDIS_URL is not the address of a Redis.", "Write it as redis://host:6379")
  }
  const { hostname, port } = new URL(url)
  const failure = await new Promise((done) => {
    const socket = net.connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 6379), timeout: ANSWER_MS })
    socket.once("connect", () => socket.end(() => done(null)))
    socket.once("timeout", () => socket.destroy(new Error("no answer")))
    socket.once("error", (error) => done(error.message || error.code))
  })
  if (failure !== null) {
    throw new Refused(
      `Redis does not answer at ${hostname}:${port || 6379}: ${failure}`,
      "Check REDIS_URL and that its server runs; leave it out for a single instance."
    )
  }
}
