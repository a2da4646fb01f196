# language: fr
Fonctionnalité: Activer son e-CPS sans carte quand on en a déjà une

  @A_21
  Scénario: Sans carte, une e-CPS active sur un autre téléphone n'est remplacée qu'après confirmation
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et son e-CPS est déjà active sur un autre téléphone
    Quand il demande l'activation avec son identifiant
    Et qu'il ouvre le courriel sur son téléphone et démarre l'activation
    Et qu'il demande le code par SMS
    Et qu'il recopie le code du SMS
    Et qu'il choisit sur son téléphone de remplacer son e-CPS
    Et qu'il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu 1 activation, dont la dernière remplace l'e-CPS

  @A_21
  Scénario: Sans carte, une e-CPS active sur un autre téléphone peut être conservée
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et son e-CPS est déjà active sur un autre téléphone
    Quand il demande l'activation avec son identifiant
    Et qu'il ouvre le courriel sur son téléphone et démarre l'activation
    Et qu'il demande le code par SMS
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "e-CPS déjà active sur un autre téléphone"
    Quand il choisit sur son téléphone de conserver son e-CPS
    Alors il voit l'écran "e-CPS conservée"
    Et le portefeuille n'a rien reçu
