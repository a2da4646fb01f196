import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { end, inForce, kinds, order } from "./misbehaviour.js";
import { know } from "./people.js";
import { Store } from "./store.js";

// The port by which the harness tells it whom it knows, which services there are and what to do wrong. Loopback only, and not part of
// Pro Santé Connect.
const answers = {
  "GET /misbehaviours": async () => ({ kinds, inForce: inForce() }),
  "POST /people": async person => void know(person),
  "POST /clients": async client => void (await new Store("Client").upsert(client.client_id, client)),
  "POST /misbehaviours": async one => ({ id: order(one) }),
};

export const createControl = log => createServer(async (request, response) => {
  const send = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(body && JSON.stringify(body));
  try {
    const [, id] = request.url.match(/^\/misbehaviours\/([0-9a-f-]+)$/) ?? [];
    if (request.method === "DELETE" && id) {
      return send(end(id) ? 204 : 404);
    }

    const answer = answers[`${request.method} ${request.url}`];
    if (!answer) {
      return send(404);
    }

    // Asked for by no page of a browser: one that is open on this machine cannot send this type without being allowed to.
    if (request.method === "POST" && request.headers["content-type"]?.split(";")[0] !== "application/json") {
      return send(415);
    }

    const body = await answer(request.method === "POST" && (await json(request)));
    return send(body ? 200 : 204, body);
  } catch (failure) {
    if (failure instanceof RangeError || failure instanceof SyntaxError) {
      return send(400, { error: failure.message });
    }

    log(failure);
    return send(500);
  }
});
