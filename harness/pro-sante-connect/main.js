// Stands in for Pro Santé Connect: node main.js SETTINGS.json. Its standard output holds one line, its addresses.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createControl } from "./control.js";
import { discovery, realm } from "./endpoints.js";
import { createMisbehaviour } from "./misbehaviour.js";
import { Portal } from "./portal.js";
import { createProvider } from "./provider.js";

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const log = failure => console.error(failure?.stack ?? failure);

// A service that has read the keys of an earlier start goes on knowing them, if they were kept.
const signingKey = settings.signingKey ? createPrivateKey(settings.signingKey) : generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const kid = createHash("sha256").update(createPublicKey(signingKey).export({ format: "der", type: "spki" })).digest("base64url");
const keys = { keys: [{ ...signingKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] };
const misbehave = await createMisbehaviour(keys);
const portal = new Portal(settings);

const listen = (server, port = 0) => new Promise((resolve, reject) => {
  server.once("error", reject);
  server.listen(port, "127.0.0.1", () => resolve(server.address().port));
});

// A provider needs to know its port before it can be made, so the server comes first.
const serve = async (server, scheme, port) => {
  let answer;
  server.on("request", (request, response) => {
    const [path] = request.url.split("?");
    if (discovery.includes(path)) {
      request.url = "/.well-known/openid-configuration";
    }

    answer(request, response);
  });
  const issuer = `${scheme}://localhost:${await listen(server, port)}${realm}`;
  answer = createProvider({ issuer, keys, portal, secure: scheme === "https", misbehave, log }).callback();
  return issuer;
};

// A service without a certificate comes in too: then it has to authenticate by its secret.
const secure = createSecureServer({ cert: settings.certificate, key: settings.key, ca: settings.authorities, requestCert: true, rejectUnauthorized: false });
const issuer = await serve(createServer(), "http", settings.port);
const secureIssuer = await serve(secure, "https", settings.securePort);
const control = `http://127.0.0.1:${await listen(createControl(log))}/`;
console.log(JSON.stringify({ issuer, secureIssuer, control }));
