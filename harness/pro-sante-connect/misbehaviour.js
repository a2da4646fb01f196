import { generateKeyPairSync, randomUUID } from "node:crypto";
import { SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader, importJWK } from "jose";
import { routes } from "./endpoints.js";
import { anotherSubject } from "./people.js";

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

// Orders now in force, oldest first: { id, kind, client, person, endpoint }.
const orders = new Map();

// Codes that a service has used, with what it got for them; the last one of each service and person counts.
const used = new Map();
const usedBy = (client, person) => `${client} ${person}`;

// Nobody knows this key: it stands in no document.
const unknownKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** What an ID token can have wrong inside. Each takes its claims and gives others. */
const claims = {
  "wrong-nonce": token => ({ ...token, nonce: "another-nonce" }),
  "missing-nonce": ({ nonce, ...token }) => token,
  "wrong-issuer": token => ({ ...token, iss: "https://auth.another.example/auth/realms/esante-wallet" }),
  "wrong-audience": token => ({ ...token, aud: "another-service" }),
  "wrong-acr": token => ({ ...token, acr: "eidas0" }),
  "missing-acr": ({ acr, ...token }) => token,
  "expired-token": token => ({ ...token, iat: now() - 2 * hour, exp: now() - hour }),
  "future-token": token => ({ ...token, iat: now() + hour, nbf: now() + hour, exp: now() + 2 * hour }),
};

/** What can be wrong with its signature. Each takes the token and gives another one. */
const signatures = {
  "bad-signature": token => {
    const [header, payload, signature] = token.split(".");
    const bytes = Buffer.from(signature, "base64url");
    bytes[bytes.length - 1] ^= 1;
    return [header, payload, bytes.toString("base64url")].join(".");
  },
  "unknown-key": token => new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: "RS256", kid: "unknown" }).sign(unknownKey),
  "no-signature": token => new UnsecuredJWT(decodeJwt(token)).encode(),
};

/** What the answer to an authorization can have wrong. Each changes the parameters that go back to the service. */
const responses = {
  "wrong-state": parameters => parameters.set("state", "another-state"),
  "missing-state": parameters => parameters.delete("state"),
  "wrong-response-issuer": parameters => parameters.set("iss", "https://auth.another.example/auth/realms/esante-wallet"),
  "replayed-code": (parameters, client, person) => {
    const before = used.get(usedBy(client, person));
    before && parameters.set("code", before.code);
  },
};

/** A service that is there, but not well. Each is about one endpoint. */
const endpoints = {
  "server-error": ctx => {
    ctx.remove("location");
    ctx.status = 500;
    ctx.body = { error: "server_error" };
  },
  reset: ctx => {
    ctx.respond = false;

    // Of an encrypted connection, Node can only close its side.
    const { socket } = ctx.req;
    socket.encrypted ? socket.destroy() : socket.resetAndDestroy();
  },
  // Until the service hangs up, or the order ends.
  slow: (ctx, order) => new Promise(resolve => {
    order.release = resolve;
    ctx.res.once("close", resolve);
  }),
};

const ofUserinfo = { "another-subject": body => ({ ...body, sub: anotherSubject(body.sub) }) };

/** All that can be ordered. */
export const kinds = [claims, signatures, responses, endpoints, ofUserinfo].flatMap(Object.keys);

/** Takes an order; refuses one that would do nothing. */
export const order = ({ kind, client, person, endpoint }) => {
  if (!kinds.includes(kind)) {
    throw new RangeError(`kind: one of ${kinds.join(", ")} is expected.`);
  }

  if (kind in endpoints && !(endpoint in routes)) {
    throw new RangeError(`endpoint: one of ${Object.keys(routes).join(", ")} is expected.`);
  }

  if (!client && !person) {
    throw new RangeError("client or person: whom it is about is expected.");
  }

  const id = randomUUID();
  orders.set(id, { id, kind, client, person, endpoint });
  return id;
};

/** The orders that hold now. */
export const inForce = () => [...orders.values()].map(({ release, ...one }) => one);

/** Ends an order; false when there is none. */
export const end = id => {
  orders.get(id)?.release?.();
  return orders.delete(id);
};

const applyTo = (table, client, person) =>
  [...orders.values()].filter(one => one.kind in table && (!one.client || one.client === client) && (!one.person || one.person === person));

const personOf = ctx => (ctx.oidc?.account?.accountId ?? ctx.oidc?.session?.accountId)?.split(":").at(-1);

const changeToken = async (token, client, person, key) => {
  let changed = token;
  for (const { kind } of applyTo(claims, client, person)) {
    changed = await new SignJWT(claims[kind](decodeJwt(changed))).setProtectedHeader(decodeProtectedHeader(token)).sign(key);
  }

  for (const { kind } of applyTo(signatures, client, person)) {
    changed = await signatures[kind](changed);
  }

  return changed;
};

const answerToken = async (ctx, client, key) => {
  const { code } = ctx.oidc.params ?? {};
  const remembered = code && [...used.values()].find(one => one.client === client && one.code === code);
  if (remembered && applyTo(responses, client, remembered.person).some(({ kind }) => kind === "replayed-code")) {
    ctx.status = 200;
    ctx.body = remembered.body;
    return;
  }

  const person = personOf(ctx);
  if (ctx.body?.id_token) {
    ctx.body = { ...ctx.body, id_token: await changeToken(ctx.body.id_token, client, person, key) };
  }

  if (code && ctx.status === 200) {
    used.set(usedBy(client, person), { code, body: ctx.body, client, person });
  }
};

const answerAuthorization = (ctx, client) => {
  const location = ctx.response.get("location");
  if (location && ctx.oidc.client?.redirectUriAllowed(ctx.oidc.params?.redirect_uri ?? "") && location.startsWith(ctx.oidc.params.redirect_uri)) {
    const address = new URL(location);
    const person = personOf(ctx);
    applyTo(responses, client, person).forEach(({ kind }) => responses[kind](address.searchParams, client, person));
    ctx.set("location", address.href);
  }
};

/**
 * Spoils what the provider has answered, where somebody ordered it; what it does inside is right.
 * @param keys the private keys of the provider.
 */
export const createMisbehaviour = async keys => {
  const key = await importJWK(keys.keys[0], "RS256");
  return async (ctx, next) => {
    await next();
    const client = ctx.oidc?.client?.clientId;
    if (!client) {
      return;
    }

    const atAuthorization = ctx.path === routes.authorization || ctx.path.startsWith(`${routes.authorization}/`) && ctx.oidc.route === "resume";
    if (ctx.path === routes.token) {
      await answerToken(ctx, client, key);
    } else if (ctx.path === routes.userinfo && ctx.status === 200) {
      applyTo(ofUserinfo, client, personOf(ctx)).forEach(({ kind }) => {
        ctx.body = ofUserinfo[kind](ctx.body);
      });
    } else if (atAuthorization) {
      answerAuthorization(ctx, client);
    }

    for (const one of applyTo(endpoints, client, personOf(ctx))) {
      if (ctx.path === routes[one.endpoint] || atAuthorization && one.endpoint === "authorization") {
        await endpoints[one.kind](ctx, one);
      }
    }
  };
};
