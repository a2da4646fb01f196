// The pages of SI-DEP, the example. Texts in quotation marks of the guide are the guide's.
const escape = text => String(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

const page = (screen, title, content) => `<!DOCTYPE html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – SI-DEP</title>
  <link rel="stylesheet" href="/style.css">
</head>
<body data-ecran="${screen}">
  <header><p>SI-DEP</p></header>
  <main>
    <h1 tabindex="-1">${title}</h1>
${content}
  </main>
  <script src="/erreur.js" type="module"></script>
</body>
</html>
`;

const connect = `<p><a class="bouton" href="/connexion">e-CPS Identification par carte CPS</a></p>`;
const onlyWhenImpossible = `<p>Un compte personnel demande l'accord de votre ARS ou de votre CIS :
      il doit être strictement limité aux situations où une connexion par CPS ou e-CPS est impossible.</p>`;

export const home = () => page("service-accueil", "Accéder à SI-DEP", `
    <p>Vous n'êtes pas connecté(e).</p>
    ${connect}
    <p><a href="/mode-degrade">Mode dégradé : connexion par CPS ou e-CPS impossible</a></p>`);

export const connected = ({ nom, prenom, identifiantNational, structure, niveau, moyen }) => page("service-connecte", "Vous êtes connecté(e).", `
    <dl>
      <dt>Nom</dt><dd>${escape(prenom)} ${escape(nom)}</dd>
      <dt>Identifiant national</dt><dd>${escape(identifiantNational)}</dd>
      <dt>Structure</dt><dd>${escape(structure || "non indiquée")}</dd>
      <dt>Connexion</dt><dd>${escape(moyen)}${niveau ? `, niveau ${escape(niveau)}` : ""}</dd>
    </dl>
    <form method="post" action="/deconnexion"><button>SE DÉCONNECTER</button></form>`);

export const noSession = () => page("service-sans-session", "Session nécessaire", `
    <p>Vous n'êtes pas connecté(e).</p>
    ${connect}`);

export const refused = reason => page("service-refus", "Connexion refusée", `
    <p role="alert" class="erreur">${reason}</p>
    <p>Vous n'êtes pas connecté(e). En cas d'échec, recommencez.</p>
    ${connect}`);

export const goodbye = () => page("service-deconnecte", "Vous êtes déconnecté(e).", `
    <p><a href="/">Revenir à l'accueil</a></p>`);

const possible = (name, question) => `
      <fieldset>
        <legend>${question}</legend>
        <input type="radio" id="${name}-possible" name="${name}" value="possible" required>
        <label for="${name}-possible">Possible</label>
        <input type="radio" id="${name}-impossible" name="${name}" value="impossible">
        <label for="${name}-impossible">Impossible</label>
      </fieldset>`;

export const degraded = () => page("service-mode-degrade", "Mode dégradé", `
    ${onlyWhenImpossible}
    <form method="post" action="/mode-degrade">${possible("carte", "Connexion avec votre carte CPS")}${possible("ecps", "Connexion avec votre e-CPS")}
      <fieldset>
        <legend>Votre exercice</legend>
        <input type="radio" id="liberal" name="exercice" value="liberal" required>
        <label for="liberal">Libéral</label>
        <input type="radio" id="salarie" name="exercice" value="salarie">
        <label for="salarie">Salarié</label>
      </fieldset>
      <p><button>CONTINUER</button></p>
    </form>`);

export const degradedRefused = () => page("service-mode-degrade-refuse", "Mode dégradé refusé", `
    <p role="alert" class="erreur">Vous pouvez vous connecter avec votre carte CPS ou votre e-CPS.</p>
    ${onlyWhenImpossible}
    <p>Vous n'êtes pas connecté(e).</p>
    ${connect}`);

const account = wrong => `
    <h2>Vous avez déjà un compte</h2>
    <form method="post" action="/compte">
      ${wrong ? `<p role="alert" class="erreur" id="faux">Identifiant ou mot de passe incorrect.</p>` : ""}
      <p><label for="identifiant">Identifiant du compte</label><input id="identifiant" name="identifiant" autocomplete="username" required${wrong ? ` aria-describedby="faux"` : ""}></p>
      <p><label for="motDePasse">Mot de passe</label><input id="motDePasse" name="motDePasse" type="password" autocomplete="current-password" required></p>
      <button>SE CONNECTER AVEC LE COMPTE</button>
    </form>`;

export const liberal = ({ wrong } = {}) => page("service-compte-liberal", "Compte personnel : exercice libéral", `
    <p>Pour obtenir un compte si vous êtes un professionnel libéral, Contactez votre CIS</p>${account(wrong)}`);

export const salaried = ({ wrong } = {}) => page("service-compte-salarie", "Compte personnel : exercice salarié", `
    <p>Pour obtenir un compte si vous êtes un professionnel salarié, contactez le support SI-DEP au 0 800 08 32 04 qui transmettra votre demande à votre ARS pour validation.</p>${account(wrong)}`);
