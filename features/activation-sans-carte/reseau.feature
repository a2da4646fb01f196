# language: fr
Fonctionnalité: Perdre le réseau pendant une activation sans carte

  @O_03
  Scénario: Le réseau perdu avant de recopier le code du SMS n'oblige à rien recommencer
    Étant donné un pharmacien qui a reçu le SMS d'activation
    Quand son téléphone perd le réseau
    Alors il voit l'écran "Pas de connexion internet"
    Quand son téléphone retrouve le réseau
    Et qu'il réessaie sur son téléphone
    Et qu'il recopie le code du SMS
    Et qu'il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et il a reçu 1 SMS
    Et le portefeuille a reçu son activation une seule fois
