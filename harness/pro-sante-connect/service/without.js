// Seeded defects: the example without one of its checks, so that whoever certifies services can see each of them found. They exist in the
// example only. The signature goes on counting where a claim does not: a claim is hidden after it was verified.
import { AsyncLocalStorage } from "node:async_hooks";
import { generateKeyPairSync } from "node:crypto";
import { SignJWT, compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from "jose";
import * as client from "openid-client";

const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
const header = { alg: "RS256", kid: "example-without-a-check" };
const logins = new AsyncLocalStorage();

const verifies = async (token, keys) => {
  try {
    await compactVerify(token, createLocalJWKSet(keys));
    return true;
  } catch {
    return false;
  }
};

/** A fetch that shows the library an ID token in which it finds what it expects. */
const hiding = (isHidden, change) => fetch => {
  let provider;
  return async (...question) => {
    const answer = await fetch(...question);
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) {
      return answer;
    }

    const body = await answer.clone().json();
    provider = body.jwks_uri ? body : provider;
    if (body.keys) {
      return Response.json({ keys: [...body.keys, { ...key.publicKey.export({ format: "jwk" }), ...header, use: "sig" }] });
    }

    if (!body.id_token || !(await isHidden(body.id_token, async () => (await fetch(provider.jwks_uri, { method: "GET", headers: {} })).json()))) {
      return answer;
    }

    const claims = change(decodeJwt(body.id_token), provider);
    return Response.json({ ...body, id_token: await new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey) });
  };
};

const hidingClaim = change => ({ fetch: hiding(async (token, keys) => verifies(token, await keys()), change) });

/** What the example can be without: each changes its checks, or its settings. */
const defects = {
  state: () => ({ expectedState: () => client.skipStateCheck }),
  "response-issuer": () => {
    let issuer;
    return {
      fetch: fetch => async (...question) => {
        const answer = await fetch(...question);
        issuer ??= (await answer.clone().json()).issuer;
        return answer;
      },
      response: address => {
        const changed = new URL(address);
        changed.searchParams.set("iss", issuer);
        return changed;
      },
    };
  },
  nonce: () => hidingClaim(token => ({ ...token, nonce: logins.getStore().nonce })),
  issuer: () => hidingClaim((token, { issuer }) => ({ ...token, iss: issuer })),
  audience: settings => hidingClaim(token => ({ ...token, aud: settings.clientId })),
  expiry: () => hidingClaim(token => ({ ...token, exp: Math.floor(Date.now() / 1_000) + 60 })),
  "not-before": () => hidingClaim(({ nbf, ...token }) => token),
  signature: () => ({ signature: [] }),
  algorithm: () => ({ fetch: hiding(async token => decodeProtectedHeader(token).alg === "none", token => token) }),
  acr: () => ({ acr: () => {} }),
  subject: () => ({ subject: () => client.skipSubjectCheck }),
  userinfo: () => ({ userinfo: ask => ask().catch(() => ({})) }),

  // These two are main.js's own: how long it waits, and that an answer serves once, in the browser that began.
  timeout: () => ({}),
  browser: () => ({}),
};

/** Names of what it can be without. */
export const removable = Object.keys(defects);

/** Checks of which one is removed. */
export const without = (name, checks, settings) => ({ ...checks, ...defects[name](settings) });

/** Ends a login, of which a defect knows what was remembered. */
export const during = (memory, end) => logins.run(memory, end);
