/**
 * Limits HTTP pipelining: requests that a client sends on one connection before it has the responses to the earlier ones. Node
 * handles all that one read brings, some hundreds, and keeps their responses in memory until the client reads them. No
 * browser and no proxy pipelines, and neither does Twilio; a client that goes over the limit loses its connection.
 *
 * @example
 * createServer(limitPipelining(getRequestListener(app.fetch)))
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const MOST_UNANSWERED = 8

export function limitPipelining(listener: Listener): Listener {
  const unanswered = new WeakMap<Socket, number>()
  return (request, response) => {
    const { socket } = request
    const before = unanswered.get(socket) ?? 0
    if (before >= MOST_UNANSWERED) {
      socket.destroy()
      return
    }
    unanswered.set(socket, before + 1)
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1))
    listener(request, response)
  }
}
