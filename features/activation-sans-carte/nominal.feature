# language: fr
Fonctionnalité: Activer son e-CPS sans carte

  @B_01 @B_10
  Scénario: Un médecin ouvre le courriel sur son téléphone, qui récupère le code du SMS
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Et qu'il demande le code par SMS
    Et que son téléphone récupère le code du SMS
    Et qu'il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
    Et il a reçu 1 courriel
    Et il a reçu 1 SMS
    Et aucun code ni lien ne figure dans les journaux

  @B_02 @B_10
  Scénario: Un pharmacien ouvre le courriel sur son ordinateur et recopie le code du SMS
    Étant donné un pharmacien qui a reçu le courriel d'activation
    Quand il ouvre le courriel sur son ordinateur et en scanne le QR code
    Alors il voit l'écran "Recevoir le code d'activation"
    Quand il demande le code par SMS
    Et qu'il recopie le code du SMS
    Et qu'il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
    Et il a reçu 1 SMS
    Et aucun code ni lien ne figure dans les journaux
