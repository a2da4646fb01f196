# language: fr
Fonctionnalité: Activer son e-CPS quand le portefeuille est en panne

  @A_22
  Plan du scénario: Une panne du portefeuille au début de l'activation se dit, et l'activation reprend
    Étant donné un médecin dont la carte est dans le lecteur
    Et le portefeuille <panne>
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Alors il voit l'écran "Service momentanément indisponible"
    Et il lit "Référence à communiquer à l'assistance"
    Et le portefeuille n'a rien reçu
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie
    Alors il voit l'écran "Activation : Scanner le QR Code"

    Exemples:
      | panne                                |
      | répond par une erreur 500            |
      | répond par une erreur 503            |
      | ne répond pas                        |
      | coupe la connexion                   |
      | répond de façon incompréhensible     |

  @A_22
  Plan du scénario: Une panne du portefeuille à la fin de l'activation se dit, et rien n'est activé deux fois
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Et le portefeuille, à l'activation, <panne>
    Quand il crée un mot de passe et le confirme
    Alors il voit l'écran "Activation à reprendre"
    Quand tous les services fonctionnent à nouveau
    Et qu'il réessaie
    Alors il voit l'écran "La carte est active"
    Et son téléphone montre son e-CPS
    Et le portefeuille n'a pu activer son e-CPS qu'une fois
    Et aucun code n'apparaît dans les journaux

    Exemples:
      | panne                                |
      | répond par une erreur 500            |
      | répond par une erreur 503            |
      | ne répond pas                        |
      | coupe la connexion                   |
      | répond de façon incompréhensible     |

  @A_22
  Scénario: Un portefeuille lent est attendu
    Étant donné un médecin dont la carte est dans le lecteur
    Et le portefeuille répond lentement
    Quand il se connecte au portail avec sa carte
    Et qu'il appaire son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et le portefeuille a reçu son activation une seule fois

  @A_22
  Scénario: Une personne que le portefeuille ne connaît pas est renvoyée à l'assistance
    Étant donné un médecin dont la carte est dans le lecteur
    Et le portefeuille ne connaît pas cette personne
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Alors il voit l'écran "Activation impossible"
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti
