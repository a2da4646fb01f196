// What the provider has to remember, as long as the process lives. oidc-provider asks for one adapter for each kind of thing.
const entries = new Map();
const grants = new Map();

const read = key => {
  const entry = entries.get(key);
  if (entry && entry.expires <= Date.now()) {
    entries.delete(key);
    return undefined;
  }

  return entry?.payload;
};

export class Store {
  constructor(kind) {
    this.kind = kind;
  }

  key(id) {
    return `${this.kind}:${id}`;
  }

  async upsert(id, payload, expiresIn) {
    const key = this.key(id);
    entries.set(key, { payload, expires: expiresIn ? Date.now() + expiresIn * 1_000 : Infinity });
    if (payload.grantId) {
      grants.set(payload.grantId, [...(grants.get(payload.grantId) ?? []), key]);
    }

    if (payload.uid) {
      entries.set(this.key(`uid:${payload.uid}`), { payload, expires: entries.get(key).expires });
    }
  }

  async find(id) {
    return read(this.key(id));
  }

  async findByUid(uid) {
    return read(this.key(`uid:${uid}`));
  }

  async findByUserCode() {
    return undefined;
  }

  async consume(id) {
    read(this.key(id)).consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id) {
    const payload = read(this.key(id));
    entries.delete(this.key(id));
    entries.delete(this.key(`uid:${payload?.uid}`));
  }

  async revokeByGrantId(grantId) {
    grants.get(grantId)?.forEach(key => entries.delete(key));
    grants.delete(grantId);
  }
}
