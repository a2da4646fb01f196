// Who the provider knows, by identifiant national. What it says about each is made by the harness; this file knows no field but names.
const people = new Map();

// The number of Keycloak's user federation, as it stands before each identifier in Pro Santé Connect's samples.
const federation = "f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:";

/** Claims that the scope scope_all lets a service see, beside those of identity. */
const professional = [
  "SubjectNameID", "codeCivilite", "SubjectRole", "Secteur_Activite", "SubjectOrganization", "SubjectOrganizationID", "Mode_Acces_Raison",
  "Acces_Regulation_Medicale", "UITVersion", "Palier_Authentification", "PSI_Locale", "otherIds", "SubjectRefPro",
];

/** The claims of each scope. */
export const claimsOfScopes = {
  openid: ["sub", "amr", "preferred_username", "given_name", "family_name"],
  scope_all: professional,
};

export const know = person => people.set(person.SubjectNameID, person);

export const subjectOf = identifiantNational => federation + identifiantNational;

/** The subject of somebody else: for a provider that mixes people up. */
export const anotherSubject = subject => {
  const other = [...people.keys()].map(subjectOf).find(one => one !== subject);
  return other ?? subjectOf("899700000999");
};

/** Somebody who has just proved who it is. Without professional data there are only the claims of identity. */
export const meet = ({ identifiantNational, nom, prenom }) => {
  if (!people.has(identifiantNational)) {
    know({ SubjectNameID: identifiantNational, preferred_username: identifiantNational, given_name: prenom, family_name: nom });
  }
};

/** What oidc-provider asks about an account. */
export const findAccount = (_, accountId) => {
  const person = people.get(accountId.slice(federation.length));
  return person && { accountId, claims: () => ({ ...person, sub: accountId }) };
};
