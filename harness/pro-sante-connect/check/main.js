// A service around the client, for tests: node main.js SETTINGS.json. It answers in JSON, and its standard output holds its address.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Client } from "./client.js";

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const begun = new Map();
let here;
let service;
let last;
let lastAnswer;

const remember = result => {
  last = result;
  const { tokens, ...rest } = result;
  return { ...rest, expiresIn: tokens.expires_in, refreshable: Boolean(tokens.refresh_token) };
};

const stateCookie = request => request.headers.cookie?.match(/\bservice=([0-9a-f-]+)/)?.[1];

const answers = {
  "/decouverte": () => service.metadata,
  "/connexion": async (_, response) => {
    const { address, memory } = await service.begin();
    const id = randomUUID();
    begun.set(id, memory);
    response.setHeader("set-cookie", `service=${id}; Path=/; HttpOnly`);
    return address;
  },
  "/retour": async (request, _, address) => {
    const memory = begun.get(stateCookie(request));
    if (!memory) {
      throw Object.assign(new Error("no login was begun in this browser"), { code: "NOT_BEGUN" });
    }

    lastAnswer = { address, memory };
    return remember(await service.finish(address, memory));
  },
  // What somebody does who has seen the answer go by.
  "/rejeu": async () => remember(await service.finish(lastAnswer.address, lastAnswer.memory)),
  "/ciba": async (_, __, address) => remember(await service.ask(address.searchParams.get("identifiant"), address.searchParams.get("code"))),
  "/renouvellement": async () => remember(await service.refresh(last.tokens.refresh_token)),
  "/introspection": () => service.introspect(last.tokens.access_token),
  // For whoever wants to use it without being this service.
  "/jeton": () => ({ accessToken: last.tokens.access_token }),
  "/deconnexion": () => service.logoutAddress(last.tokens.id_token, `${here}/adieu`),
  "/adieu": (_, __, address) => ({ goodbye: address.searchParams.get("state") }),
};

const server = createServer(async (request, response) => {
  const address = new URL(request.url, here);
  try {
    const answer = await answers[address.pathname](request, response, address);
    answer instanceof URL
      ? response.writeHead(302, { location: answer.href }).end()
      : response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  } catch (failure) {
    // Its own words, down to what lies below.
    const chain = failure.cause instanceof Response ? [`status ${failure.cause.status}`] : [];
    for (let one = failure; one; one = one.cause instanceof Error ? one.cause : undefined) {
      chain.push([one.code, one.error, one.message].filter(Boolean).join(" "));
    }

    response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ error: chain.join(" <- ") }));
  }
});

server.listen(settings.port ?? 0, "127.0.0.1", async () => {
  here = `http://localhost:${server.address().port}`;
  service = await Client.discover(settings, `${here}/retour`);
  console.log(JSON.stringify({ address: here }));
});
