# language: fr
Fonctionnalité: Services en panne pendant une activation sans carte

  @B_14
  Plan du scénario: Le service de courriel en panne n'empêche pas de réessayer
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et le service de courriel <panne>
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Service indisponible sur le téléphone"
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie sur son téléphone
    Alors il voit l'écran "Demande envoyée"
    Et aucune erreur ne s'affiche sur son téléphone
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "Recevoir le code d'activation"

    Exemples:
      | panne                              |
      | répond par une erreur 500          |
      | répond par une erreur 503          |
      | ne répond pas                      |
      | coupe la connexion                 |
      | répond de façon incompréhensible   |

  @B_14
  Plan du scénario: Le service de SMS en panne n'empêche pas de réessayer
    Étant donné un médecin qui a reçu le courriel d'activation
    Et le service de SMS <panne>
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Et qu'il demande le code par SMS
    Alors il voit l'écran "Service indisponible sur le téléphone"
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie sur son téléphone
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"
    Et le portefeuille n'a rien reçu

    Exemples:
      | panne                              |
      | répond par une erreur 500          |
      | répond par une erreur 503          |
      | ne répond pas                      |
      | coupe la connexion                 |
      | répond de façon incompréhensible   |

  @B_14
  Plan du scénario: Des services lents ne gênent pas
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et le <service> répond lentement
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 1 courriel

    Exemples:
      | service             |
      | service de courriel |
      | portefeuille        |

  @B_14
  Plan du scénario: Le portefeuille en panne n'active rien à moitié
    Étant donné un médecin dont le code d'activation a été accepté
    Et le portefeuille, à l'activation, <panne>
    Quand il crée un mot de passe et le confirme
    Alors il voit l'écran "Activation à reprendre sur le téléphone"
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie sur son téléphone
    Alors son téléphone montre son e-CPS
    Et le portefeuille n'a pu activer son e-CPS qu'une fois

    Exemples:
      | panne                              |
      | répond par une erreur 500          |
      | coupe la connexion                 |
      | répond de façon incompréhensible   |

  @B_14
  Scénario: Le portefeuille en panne à la demande ne fait rien partir
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et le portefeuille répond de façon incompréhensible
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Service indisponible sur le téléphone"
    Et aucun SMS ni courriel n'est parti
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie sur son téléphone
    Alors il voit l'écran "Demande envoyée"
