// The paths of Pro Santé Connect: those of a Keycloak realm, but for the authorization endpoint, which stands at the root of a host of its
// own ("wallet"). A service has to take it from the discovery document; it does not follow from the issuer.
export const realm = "/auth/realms/esante-wallet";

export const routes = {
  authorization: "/auth",
  token: `${realm}/protocol/openid-connect/token`,
  userinfo: `${realm}/protocol/openid-connect/userinfo`,
  end_session: `${realm}/protocol/openid-connect/logout`,
  jwks: `${realm}/protocol/openid-connect/certs`,
  introspection: `${realm}/protocol/openid-connect/introspect`,
  revocation: `${realm}/protocol/openid-connect/revoke`,
  backchannel_authentication: `${realm}/protocol/openid-connect/ext/ciba/auth`,
};

/** Where a browser leaves for the login pages, and comes back with a ticket. */
export const login = `${realm}/login-actions/authenticate`;

/** Both names of the discovery document. */
export const discovery = [`${realm}/.well-known/wallet-openid-configuration`, `${realm}/.well-known/openid-configuration`];
