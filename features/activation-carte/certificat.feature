# language: fr
Fonctionnalité: Refuser les certificats qui ne sont pas ceux d'un professionnel

  @A_11
  Plan du scénario: Un certificat qui ne convient pas n'ouvre pas de session
    Étant donné <personne>, avec sa carte dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "<écran>"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

    Exemples:
      | personne                                                      | écran                              |
      | un médecin dont la carte vient d'une autre autorité           | Carte non reconnue                 |
      | un médecin dont le certificat n'est pas d'authentification    | Certificat inadapté                |
      | un médecin dont le certificat ne nomme personne               | Titulaire de la carte non reconnu  |
      | un médecin dont le certificat porte un identifiant mal formé  | Titulaire de la carte non reconnu  |

  @A_03
  Scénario: Le certificat de signature n'ouvre pas de session
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail en choisissant le certificat de signature de sa carte
    Alors le logiciel du poste ne peut pas se connecter avec ce certificat
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
