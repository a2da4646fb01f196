# language: fr
@service
Fonctionnalité: Un service conforme n'accepte rien de faux de Pro Santé Connect

  @C_06
  Plan du scénario: Personne n'entre quand Pro Santé Connect se trompe
    Étant donné un médecin dont la carte est dans le lecteur
    Et Pro Santé Connect se trompe : <faute>
    Quand il se connecte à un service avec sa carte
    Alors le service ne l'a pas connecté
    Quand Pro Santé Connect ne se trompe plus
    Et qu'il se connecte à un service avec sa carte
    Alors le service sait qui il est

    Exemples:
      | faute                               |
      | réponse avec un autre state         |
      | réponse sans state                  |
      | réponse d'un autre émetteur         |
      | jeton avec un autre nonce           |
      | jeton sans nonce                    |
      | jeton d'un autre émetteur           |
      | jeton pour un autre service         |
      | jeton à la signature fausse         |
      | jeton signé d'une clé inconnue      |
      | jeton sans signature                |
      | jeton d'un autre niveau             |
      | jeton sans niveau                   |
      | jeton expiré                        |
      | jeton pas encore valable            |
      | identité de quelqu'un d'autre       |
      | jeton qui n'arrive pas              |
      | erreur à la demande du jeton        |
      | coupure à la demande du jeton       |
      | identité qui n'arrive pas           |
      | erreur à la lecture de l'identité   |
      | coupure à la lecture de l'identité  |

  @C_06
  Scénario: Le code d'une connexion précédente n'en ouvre pas une autre
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte à un service avec sa carte
    Alors le service sait qui il est
    Étant donné Pro Santé Connect se trompe : code de la connexion précédente
    Quand il efface les cookies de son navigateur
    Et qu'il se connecte à un service avec sa carte
    Alors le service ne l'a pas connecté

  @C_06
  Scénario: La réponse à une connexion ne sert pas dans un autre navigateur
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte à un service avec sa carte, et que la réponse se perd en chemin
    Et qu'il efface les cookies de son navigateur
    Et qu'il rouvre l'adresse par laquelle il est revenu au service
    Alors le service ne l'a pas connecté
