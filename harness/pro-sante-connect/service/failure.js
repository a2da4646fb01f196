/** Why somebody was not let in, in words for the page and a word for the log. What the provider sent is in neither. */
const reasons = {
  demande: "Cette connexion n'a pas été commencée dans ce navigateur, ou elle a déjà servi.",
  reponse: "La réponse reçue n'est pas celle de Pro Santé Connect à cette connexion.",
  jeton: "La preuve d'identité reçue de Pro Santé Connect n'est pas valable.",
  niveau: "Le niveau d'authentification n'est pas celui qui est demandé.",
  identite: "L'identité reçue de Pro Santé Connect n'est pas celle de la connexion.",
  indisponible: "Pro Santé Connect n'a pas répondu comme attendu.",
  abandon: "La connexion a été refusée ou abandonnée.",
};

const chain = failure => {
  const words = failure.cause instanceof Response ? [`status ${failure.cause.status}`] : [];
  for (let one = failure; one; one = one.cause instanceof Error ? one.cause : undefined) {
    words.push([one.code, one.error, one.name, one.message].filter(Boolean).join(" "));
  }

  return words.join(" ");
};

const kinds = [
  [/NOT_BEGUN/, "demande"],
  [/WRONG_ACR/, "niveau"],
  [/access_denied/, "abandon"],
  [/status 5|fetch failed|TimeoutError|timed out|ECONN/, "indisponible"],
  [/response parameter/, "reponse"],
  [/"sub"/, "identite"],
];

/** The class of a failure: its word and its sentence. */
export const classify = failure => {
  const words = chain(failure);
  const [, name] = kinds.find(([pattern]) => pattern.test(words)) ?? [, "jeton"];
  return { name, reason: reasons[name] };
};
