import { X509Certificate } from "node:crypto";
import { Provider, errors } from "oidc-provider";
import { login, routes } from "./endpoints.js";
import { claimsOfScopes, findAccount, meet, subjectOf } from "./people.js";
import { Store } from "./store.js";

/** The only level of assurance that Pro Santé Connect gives. */
export const acr = "eidas1";

const minute = 60;
const hour = 60 * minute;

// Seconds that a CIBA request lives, and between two questions about it, as in ANS's own stand-in.
const cibaLifetime = 2 * minute;
export const cibaInterval = 1;

const amrOf = { carte: ["sc", "pin", "mfa", "hwk"], "e-cps": ["swk", "pin", "mfa"] };

/** Reads what a service's certificate says of it, in the order of RFC 4514. */
const subjectOfCertificate = certificate => certificate.subject.split("\n").reverse().join(",");

const certificateOf = ctx => {
  const raw = ctx.socket.getPeerCertificate?.()?.raw;
  return raw && new X509Certificate(raw);
};

const subjectMatches = (ctx, property, expected) => {
  const certificate = certificateOf(ctx);
  switch (property) {
    case "tls_client_auth_subject_dn":
      return subjectOfCertificate(certificate) === expected;
    case "tls_client_auth_san_dns":
      return certificate.checkHost(expected, { subject: "never", wildcards: false }) !== undefined;
    default:
      return false;
  }
};

const page = (title, content) => `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8" /><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`;

const escaped = text => String(text ?? "").replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

const renderError = (ctx, { error, error_description }) => {
  ctx.type = "html";
  ctx.body = page("Une erreur est survenue", `<p>${escaped(error)} : ${escaped(error_description)}</p>`);
};

/** Every scope that a client may ask for is granted: Pro Santé Connect asks nobody for consent. */
const grantAll = async ctx => {
  const { client, session, params, provider } = ctx.oidc;
  const grantId = session.grantIdFor(client.clientId);
  const grant = (grantId && (await provider.Grant.find(grantId))) || new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
};

/** The person decides on the phone; the service learns it when it asks the next time. */
const finishOnPhone = async (ctx, request, client, portal) => {
  const { provider, params } = ctx.oidc;
  const person = request.accountId.split(":").at(-1);
  const answer = await portal.askOnPhone(person, params.binding_message, client.clientName ?? client.clientId);
  switch (answer?.resultat) {
    case "accord": {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: request.accountId });
      grant.addOIDCScope(request.scope);
      await provider.backchannelResult(request, await grant.save(), { acr, amr: amrOf["e-cps"], authTime: Math.floor(Date.now() / 1_000) });
      break;
    }

    case "expiration":
      await provider.backchannelResult(request, new errors.ExpiredToken("no answer from the phone"));
      break;
    default:
      await provider.backchannelResult(request, new errors.AccessDenied("refused on the phone"));
  }
};

/** Says by which browsers' cookies two providers on one host are told apart. */
const cookieNames = suffix => Object.fromEntries(["session", "interaction", "resume"].map(name => [name, `psc_${name}${suffix}`]));

/**
 * Pro Santé Connect's protocol: oidc-provider with its endpoints, scopes, claims and ways to authenticate.
 * @param issuer the issuer's address.
 * @param keys private keys that it signs with, as a JWKS.
 * @param portal who knows the people and their phones.
 */
export const createProvider = ({ issuer, keys, portal, secure, misbehave, log }) => {
  const provider = new Provider(issuer, {
    adapter: Store,
    jwks: keys,
    routes,
    findAccount,
    claims: { ...claimsOfScopes, acr: null, auth_time: null, iss: null, sid: null },
    scopes: Object.keys(claimsOfScopes),
    acrValues: [acr],
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "client_secret_post", ...(secure ? ["tls_client_auth", "self_signed_tls_client_auth"] : [])],
    enabledJWA: { userinfoSigningAlgValues: ["RS256"] },
    cookies: { names: cookieNames(secure ? "_s" : ""), keys: [keys.keys[0].n] },
    interactions: { url: (_, interaction) => `${login}/${interaction.uid}` },
    loadExistingGrant: grantAll,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
    pkce: { required: () => false },
    ttl: {
      AccessToken: 5 * minute, AuthorizationCode: minute, BackchannelAuthenticationRequest: cibaLifetime, Grant: 4 * hour, IdToken: 5 * minute,
      Interaction: 10 * minute, RefreshToken: hour, Session: 4 * hour,
    },
    renderError,
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      revocation: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        // Whoever comes with its ID token has said that it wants to leave.
        logoutSource: (ctx, form) => {
          ctx.body = page("Déconnexion", `${form}<button form="op.logoutForm" name="logout" value="yes">SE DÉCONNECTER</button>
            <script>document.querySelector("main button").click()</script>`);
        },
        postLogoutSuccessSource: ctx => {
          ctx.body = page("Vous êtes déconnecté(e).", "");
        },
      },
      ciba: {
        enabled: true,
        deliveryModes: ["poll"],
        processLoginHint: async (_, hint) => {
          const holder = await portal.holder(hint);
          if (!holder) {
            return undefined;
          }

          meet(holder);
          return subjectOf(hint);
        },
        processLoginHintToken: () => undefined,
        validateRequestContext: () => {},
        verifyUserCode: () => {},
        validateBindingMessage: (_, message) => {
          if (!/^[0-9]{2}$/.test(message ?? "")) {
            throw new errors.InvalidBindingMessage("two digits are expected");
          }
        },
        triggerAuthenticationDevice: (ctx, request, __, client) => {
          finishOnPhone(ctx, request, client, portal).catch(failure => log(failure));
        },
      },
      mTLS: {
        enabled: secure,
        certificateBoundAccessTokens: true,
        tlsClientAuth: true,
        selfSignedTlsClientAuth: true,
        getCertificate: certificateOf,
        certificateAuthorized: ctx => ctx.socket.authorized,
        certificateSubjectMatches: subjectMatches,
      },
    },
  });

  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === routes.backchannel_authentication && ctx.body?.auth_req_id) {
      ctx.body = { ...ctx.body, interval: cibaInterval };
    }
  });
  provider.use(misbehave);
  provider.on("server_error", (_, failure) => log(failure));

  // The login is elsewhere; this is where it leaves and comes back.
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith(`${login}/`) || ctx.method !== "GET") {
      return next();
    }

    // The interaction's cookie is the proof that this browser began it.
    let interaction;
    try {
      interaction = await provider.interactionDetails(ctx.req, ctx.res);
    } catch (failure) {
      if (!failure.expose) {
        throw failure;
      }

      // Somebody was led here to log in for another browser: what came with it is not to be used there either.
      if (ctx.query.ticket) {
        await portal.redeem(ctx.query.ticket, new URL(ctx.path, issuer).href);
      }

      ctx.status = failure.statusCode;
      return renderError(ctx, failure);
    }

    const back = new URL(ctx.path, issuer).href;
    const { ticket } = ctx.query;
    if (!ticket) {
      const client = await provider.Client.find(interaction.params.client_id);
      return ctx.redirect(portal.loginPage(back, client.clientName ?? client.clientId));
    }

    const who = await portal.redeem(ticket, back);
    const result = who
      ? { login: { accountId: subjectOf(who.identifiantNational), acr, amr: amrOf[who.moyen] } }
      : { error: "access_denied", error_description: "the login was used before, or has expired" };
    if (who) {
      meet(who);
    }

    return ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
  });
  return provider;
};
