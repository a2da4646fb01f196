import { request } from "node:https";

/** A fetch for services that show a certificate of their own, which Node's cannot do. */
export const createFetch = tls => (url, { method, headers, body, signal }) => new Promise((resolve, reject) => {
  const asking = request(url, { ...tls, method, headers, signal, agent: false }, response => {
    const chunks = [];
    response.on("data", chunk => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () => resolve(new Response(Buffer.concat(chunks), { status: response.statusCode, headers: response.headers })));
  });
  asking.on("error", reject);
  asking.end(body ? String(body) : undefined);
});
