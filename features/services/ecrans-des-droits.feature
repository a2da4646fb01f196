# language: fr
Fonctionnalité: Écrans des droits aux services

  @C_04
  Plan du scénario: Un service ouvert dit pourquoi il l'est
    Étant donné <personne> dont la carte est dans le lecteur
    Quand il ouvre le service "<service>"
    Alors il voit l'écran "<écran>"
    Et il lit "<texte>"

    Exemples:
      | personne              | service                                | écran                 | texte |
      | un infirmier remplaçant | SI DEP                               | Accès                 | SI DEP |
      | un médecin remplaçant | Utilisation des téléservices Amelipro  | Accès avec conditions | Condition : par délégation du remplacé |
      | un médecin            | SI DEP                                 | Accès supposé         | Le guide cite ce service pour cette carte, mais sa marque est perdue : l'accès est supposé. |
      | un audioprothésiste   | Utiliser une MSS                       | Accès supposé         | Condition : création par le GCS E-santé |

  @C_04
  Plan du scénario: Un service fermé dit pourquoi il l'est
    Étant donné <personne> dont la carte est dans le lecteur
    Quand il ouvre le service "<service>"
    Alors il voit l'écran "<écran>"
    Et il lit "<texte>"

    Exemples:
      | personne                  | service             | écran            | texte |
      | un assistant médical      | Consulter le DMP    | Pas d'accès      | Ce service n'est pas ouvert à votre profession avec cette carte : Assistant médical, carte CPE nominative. |
      | un infirmier remplaçant   | Alimenter le DMP    | Pas d'accès      | Motif imprimé : prévu en 2023 |
      | un médecin                | SCOR                | Accès non établi | Le guide ne dit rien de ce service pour cette carte : rien n'est décidé, et l'accès n'est pas ouvert. |
      | une sage-femme remplaçante | Alimenter le DMP   | Accès non établi | Motif imprimé : prévu en 2023 |

  @C_04
  Scénario: Une carte qui n'est dans aucune ligne du tableau n'ouvre aucun service
    Étant donné un personnel autorisé dont la carte est dans le lecteur
    Quand il ouvre la liste de ses services
    Alors il voit l'écran "Vos droits ne sont pas connus"

  @C_04
  Scénario: Sans l'annuaire, un remplaçant n'est pas pris pour un titulaire
    Étant donné un médecin remplaçant dont la carte est dans le lecteur
    Et le portefeuille ne connaît pas cette personne
    Quand il ouvre la liste de ses services
    Alors il voit l'écran "Vos droits ne sont pas connus"

  @C_04
  Scénario: L'annuaire ne répond pas, aucun service ne s'ouvre
    Étant donné un médecin dont la carte est dans le lecteur
    Et le portefeuille répond par une erreur 503
    Quand il ouvre la liste de ses services
    Alors il voit l'écran "Services momentanément indisponibles"

  @C_04
  Scénario: Sans être connecté, personne n'a de liste de services
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande la liste de ses services
    Alors il voit l'écran "Portail e-CPS"
