// Stands in for Pro Santé Connect: node main.js SETTINGS.json. Its standard output holds one line, its addresses.
import { generateKeyPairSync, randomUUID } from "node:crypto";
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
const keys = {
  keys: [{ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" }],
};
const misbehave = await createMisbehaviour(keys);
const portal = new Portal(settings);

const listen = server => new Promise((resolve, reject) => {
  server.once("error", reject);
  server.listen(0, "127.0.0.1", () => resolve(server.address().port));
});

// A provider needs to know its port before it can be made, so the server comes first.
const serve = async (server, scheme) => {
  let answer;
  server.on("request", (request, response) => {
    const [path] = request.url.split("?");
    if (discovery.includes(path)) {
      request.url = "/.well-known/openid-configuration";
    }

    answer(request, response);
  });
  const issuer = `${scheme}://localhost:${await listen(server)}${realm}`;
  answer = createProvider({ issuer, keys, portal, secure: scheme === "https", misbehave, log }).callback();
  return issuer;
};

// A service without a certificate comes in too: then it has to authenticate by its secret.
const secure = createSecureServer({ cert: settings.certificate, key: settings.key, ca: settings.authorities, requestCert: true, rejectUnauthorized: false });
const issuer = await serve(createServer(), "http");
const secureIssuer = await serve(secure, "https");
const control = `http://127.0.0.1:${await listen(createControl(log))}/`;
console.log(JSON.stringify({ issuer, secureIssuer, control }));
