// The login pages and the phone application are the reference's. It says who somebody is, over loopback and to whoever knows the secret.
export class Portal {
  #address;
  #secret;

  constructor({ portal, secret }) {
    this.#address = portal;
    this.#secret = secret;
  }

  /** The login page, which leads back to an address of ours with a ticket. */
  loginPage(back, service) {
    const page = new URL("connexion", this.#address);
    page.searchParams.set("suite", back);
    page.searchParams.set("service", service);
    return page.href;
  }

  /** Who a ticket is about, or undefined: it serves once, and for one request only. */
  redeem(ticket, back) {
    return this.#ask("prosanteconnect/ticket", { ticket, suite: back });
  }

  /** Whether somebody has an e-CPS, and who it is. */
  holder(identifiantNational) {
    return this.#ask("prosanteconnect/porteur", { identifiantNational });
  }

  /** Asks on somebody's phone, and waits for the answer: { resultat }. */
  askOnPhone(identifiantNational, code, service) {
    return this.#ask("prosanteconnect/demande", { identifiantNational, code, service });
  }

  async #ask(path, question) {
    const answer = await fetch(new URL(path, this.#address), {
      method: "POST",
      headers: { authorization: `Bearer ${this.#secret}`, "content-type": "application/json" },
      body: JSON.stringify(question),
    });
    if (answer.status === 404) {
      return undefined;
    }

    if (!answer.ok) {
      throw new Error(`the portal answered ${answer.status} to ${path}`);
    }

    return answer.json();
  }
}
