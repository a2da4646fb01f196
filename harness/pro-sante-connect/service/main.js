// SI-DEP, an example of a service that lets professionals in by Pro Santé Connect: node main.js SERVICE.json [--without CHECK].
// A program of its own that knows the provider by its issuer only. Its standard output holds its address.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Client, allChecks } from "../check/client.js";
import { Accounts } from "./accounts.js";
import { classify } from "./failure.js";
import * as pages from "./pages.js";
import { during, removable, without } from "./without.js";

const [, , file, option, removed] = process.argv;
const settings = JSON.parse(readFileSync(file, "utf8"));
if (option && !(option === "--without" && removable.includes(removed))) {
  console.error(`--without: one of ${removable.join(", ")} is expected, found "${removed}".`);
  process.exit(2);
}

const asset = (name, type) => ({ body: readFileSync(new URL(`../../reference/wwwroot/${name}`, import.meta.url)), type });
const assets = { "/style.css": asset("style.css", "text/css"), "/erreur.js": asset("erreur.js", "text/javascript") };
const secondsOfADay = 86_400;
const loginLifetime = 10 * 60_000;
const sessionLifetime = 4 * 3_600_000;
const accounts = new Accounts();
const begun = new Map();
const sessions = new Map();
const declarations = new Map();
let here;
let service;

const remember = (map, value, lifetime) => {
  const id = randomUUID();
  map.set(id, value);
  setTimeout(() => map.delete(id), lifetime).unref();
  return id;
};

const cookie = (request, name) => request.headers.cookie?.match(new RegExp(`(?:^|; )${name}=([0-9a-f-]+)`))?.[1];
const setCookie = (response, name, value) => response.appendHeader("set-cookie", `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`);
const notBegun = () => Object.assign(new Error("no login was begun in this browser"), { code: "NOT_BEGUN" });

// The provider may start after the service: it is looked for when somebody first logs in.
const discover = async () => service ??= await Client.discover(
  {
    authentication: "client_secret_basic",
    ...settings,
    timeout: removed === "timeout" ? secondsOfADay : settings.answersWithin,
  },
  `${here}/retour`,
  removed ? without(removed, allChecks, settings) : allChecks);

// An answer serves once, and in the browser that asked.
const takeMemory = (request, address) => {
  if (removed === "browser") {
    return [...begun.values()].find(one => one.state === address.searchParams.get("state"));
  }

  const id = cookie(request, "sidep-connexion");
  const memory = begun.get(id);
  begun.delete(id);
  return memory;
};

const openSession = (response, session) => {
  setCookie(response, "sidep-session", remember(sessions, session, sessionLifetime));
  return new URL("/espace", here);
};

const sessionOf = request => sessions.get(cookie(request, "sidep-session"));

const answers = {
  "GET /": () => pages.home(),
  "GET /connexion": async (_, response) => {
    const { address, memory } = await (await discover()).begin();
    setCookie(response, "sidep-connexion", remember(begun, memory, loginLifetime));
    return address;
  },
  "GET /retour": async (request, response, address) => {
    const memory = takeMemory(request, address);
    if (!memory) {
      throw notBegun();
    }

    const { tokens, claims, userinfo } = await during(memory, async () => (await discover()).finish(address, memory));
    return openSession(response, {
      nom: userinfo.family_name, prenom: userinfo.given_name, identifiantNational: userinfo.SubjectNameID ?? claims.sub.split(":").at(-1),
      structure: userinfo.SubjectOrganization, niveau: claims.acr, moyen: "Pro Santé Connect", idToken: tokens.id_token,
    });
  },
  "GET /espace": request => {
    const session = sessionOf(request);
    return session ? pages.connected(session) : pages.noSession();
  },
  "POST /deconnexion": async (request, response) => {
    const session = sessionOf(request);
    sessions.delete(cookie(request, "sidep-session"));
    setCookie(response, "sidep-session", "");
    return session?.idToken ? (await discover()).logoutAddress(session.idToken, `${here}/adieu`) : new URL("/adieu", here);
  },
  "GET /adieu": () => pages.goodbye(),
  "GET /mode-degrade": () => pages.degraded(),
  "POST /mode-degrade": async (request, response) => {
    const form = new URLSearchParams(await text(request));
    if (form.get("carte") !== "impossible" || form.get("ecps") !== "impossible") {
      response.statusCode = 403;
      return pages.degradedRefused();
    }

    const exercice = form.get("exercice") === "salarie" ? "salarie" : "liberal";
    setCookie(response, "sidep-declaration", remember(declarations, exercice, loginLifetime));
    return accountPage(exercice);
  },
  "GET /compte": (request, response) => {
    const exercice = declarations.get(cookie(request, "sidep-declaration"));
    response.statusCode = exercice ? 200 : 403;
    return exercice ? accountPage(exercice) : pages.degradedRefused();
  },
  "POST /compte": async (request, response) => {
    const exercice = declarations.get(cookie(request, "sidep-declaration"));
    if (!exercice) {
      response.statusCode = 403;
      return pages.degradedRefused();
    }

    const form = new URLSearchParams(await text(request));
    const account = await accounts.open(form.get("identifiant"), form.get("motDePasse") ?? "", exercice);
    return account ? openSession(response, { ...account, moyen: "Compte personnel (mode dégradé)" }) : accountPage(exercice, { wrong: true });
  },
  // Where CIS and ARS make accounts.
  "POST /administration/comptes": async (request, response) => {
    if (!settings.administration || request.headers.authorization !== `Bearer ${settings.administration}`) {
      response.statusCode = 404;
      return "";
    }

    await accounts.create(JSON.parse(await text(request)));
    response.statusCode = 204;
    return "";
  },
};

const accountPage = (exercice, state) => exercice === "salarie" ? pages.salaried(state) : pages.liberal(state);

const fail = (failure, response) => {
  const { name, reason } = classify(failure);
  console.error(`login refused: ${name}`);
  response.statusCode = 403;
  return pages.refused(reason);
};

const server = createServer(async (request, response) => {
  const address = new URL(request.url, here);
  const sendAsset = assets[address.pathname];
  const answer = answers[`${request.method} ${address.pathname}`];
  response.setHeader("content-type", sendAsset?.type ?? "text/html; charset=utf-8");
  if (sendAsset || !answer) {
    response.writeHead(sendAsset ? 200 : 404).end(sendAsset?.body);
    return;
  }

  response.setHeader("cache-control", "no-store");
  let content;
  try {
    content = await answer(request, response, address);
  } catch (failure) {
    content = fail(failure, response);
  }

  content instanceof URL ? response.writeHead(303, { location: content.href }).end() : response.end(content);
});

server.on("error", failure => {
  console.error(`"home" is ${settings.home}: ${failure.code === "EADDRINUSE" ? "another program has this port already" : failure.message}`);
  process.exit(2);
});

server.listen(new URL(settings.home).port || 80, "127.0.0.1", () => {
  here = `http://localhost:${server.address().port}`;
  console.log(JSON.stringify({ address: `${here}/` }));
});
