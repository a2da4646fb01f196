# language: fr
Fonctionnalité: Vérifier que la carte n'est pas en opposition

  @A_10
  Scénario: Une carte en opposition est refusée, avec la démarche à suivre
    Étant donné un médecin dont la carte est en opposition, avec sa carte dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Carte en opposition"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

  @A_10
  Plan du scénario: Sans savoir si la carte est en opposition, le portail la refuse
    Étant donné un médecin dont la carte est dans le lecteur
    Et la liste des cartes en opposition <problème>
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Vérification impossible"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu

    Exemples:
      | problème                         |
      | répond par une erreur 503        |
      | coupe la connexion               |
      | répond de façon incompréhensible |
      | est périmée                      |
