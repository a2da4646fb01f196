import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(scrypt);
const length = 32;

/** Personal accounts of the degraded mode, made one by one: by the CIS for those in private practice, by the ARS for employees. */
export class Accounts {
  #accounts = new Map();

  // What somebody unknown is compared with: whether an account exists must not show in the time it takes.
  #nobody = { salt: randomBytes(16), hash: randomBytes(length) };

  async create({ identifiant, motDePasse, ...person }) {
    const salt = randomBytes(16);
    this.#accounts.set(identifiant, { ...person, salt, hash: await derive(motDePasse, salt, length) });
  }

  /** Whose account it is; undefined for a wrong name or password, or for an account of the other kind of practice. */
  async open(identifiant, motDePasse, exercice) {
    const account = this.#accounts.get(identifiant) ?? this.#nobody;
    const right = timingSafeEqual(await derive(motDePasse, account.salt, length), account.hash);
    return right && account.exercice === exercice ? account : undefined;
  }
}
