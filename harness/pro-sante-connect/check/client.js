// A conforming client of Pro Santé Connect, on a certified library that is not ours: it finds out what the stand-in does wrong.
import * as client from "openid-client";
import { createFetch } from "./https-fetch.js";

const acr = "eidas1";
const scope = "openid scope_all";

const authentications = {
  client_secret_basic: ({ clientSecret }) => client.ClientSecretBasic(clientSecret),
  client_secret_post: ({ clientSecret }) => client.ClientSecretPost(clientSecret),
  tls_client_auth: () => client.TlsClientAuth(),
  self_signed_tls_client_auth: () => client.TlsClientAuth(),
};

/** What it checks, where the library has to be told, or does not do it by itself. */
export const allChecks = {
  expectedState: ({ state }) => state,
  subject: ({ sub }) => sub,

  // The signature of an ID token counts also where TLS has named the provider already.
  signature: [client.enableNonRepudiationChecks],

  // That the person logged in as well as was asked for.
  acr: claims => {
    if (claims.acr !== acr) {
      throw Object.assign(new Error(`acr ${claims.acr} instead of ${acr}`), { code: "WRONG_ACR" });
    }
  },
  response: address => address,
  userinfo: ask => ask(),
  fetch: fetch => fetch,
};

export class Client {
  #config;
  #redirectUri;
  #checks;
  #pending = 0;

  static async discover(settings, redirectUri, checks = allChecks) {
    const result = new Client();
    const fetch = checks.fetch(settings.authorities ? createFetch({ ca: settings.authorities, cert: settings.certificate, key: settings.key }) : globalThis.fetch);
    result.#checks = checks;
    result.#redirectUri = redirectUri;
    result.#config = await client.discovery(
      new URL(`${settings.issuer}/.well-known/wallet-openid-configuration`),
      settings.clientId,
      // Seconds by which the clocks of both sides may differ.
      { client_secret: settings.clientSecret, [client.clockTolerance]: 5 },
      authentications[settings.authentication](settings),
      {
        execute: [...checks.signature, ...(settings.authorities ? [] : [client.allowInsecureRequests])],
        timeout: settings.timeout,
        [client.customFetch]: async (...question) => {
          const answer = await fetch(...question);
          if (answer.status === 400 && (await answer.clone().text()).includes("authorization_pending")) {
            result.#pending += 1;
          }

          return answer;
        },
      });
    return result;
  }

  get metadata() {
    return this.#config.serverMetadata();
  }

  /** Begins a login: where the browser goes, and what has to be remembered. */
  async begin() {
    const memory = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce() };
    const address = client.buildAuthorizationUrl(this.#config, {
      redirect_uri: this.#redirectUri, scope, acr_values: acr, state: memory.state, nonce: memory.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(memory.verifier), code_challenge_method: "S256",
    });
    return { address, memory };
  }

  /** Ends a login: what the provider says of the person, or an error. */
  async finish(address, memory) {
    return this.#read(await client.authorizationCodeGrant(this.#config, this.#checks.response(address), {
      pkceCodeVerifier: memory.verifier, expectedState: this.#checks.expectedState(memory), expectedNonce: memory.nonce, idTokenExpected: true,
    }));
  }

  /** A login without browser: the person answers on the phone. */
  async ask(identifiantNational, code) {
    const request = await client.initiateBackchannelAuthentication(this.#config, {
      scope, acr_values: acr, login_hint: identifiantNational, binding_message: code,
    });
    this.#pending = 0;
    const result = await this.#read(await client.pollBackchannelAuthenticationGrant(this.#config, request));
    return { ...result, pending: this.#pending };
  }

  async refresh(refreshToken) {
    return this.#read(await client.refreshTokenGrant(this.#config, refreshToken));
  }

  async introspect(accessToken) {
    return client.tokenIntrospection(this.#config, accessToken);
  }

  logoutAddress(idToken, next) {
    return client.buildEndSessionUrl(this.#config, { id_token_hint: idToken, post_logout_redirect_uri: next, state: "a-dieu" });
  }

  async #read(tokens) {
    const claims = tokens.claims();
    this.#checks.acr(claims);
    const subject = this.#checks.subject(claims);
    return { tokens, claims, userinfo: await this.#checks.userinfo(() => client.fetchUserInfo(this.#config, tokens.access_token, subject)) };
  }
}
