# language: fr
Fonctionnalité: Se connecter pendant la validité de sa carte

  @A_09
  Plan du scénario: Une carte hors de sa période de validité est refusée
    Étant donné <personne>, avec sa carte dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "<écran>"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

    Exemples:
      | personne                                         | écran                    |
      | un médecin dont la carte a expiré hier           | Carte expirée            |
      | un médecin dont la carte n'est valable que demain | Carte pas encore valide |

  @A_09
  Scénario: Une carte qui expire dans l'heure est encore acceptée
    Étant donné un médecin dont la carte expire demain, avec sa carte dans le lecteur
    Quand 23 heures passent
    Et qu'il se connecte au portail avec sa carte
    Alors il est connecté au portail

  @A_09
  Scénario: Une carte expirée depuis une heure est refusée
    Étant donné un médecin dont la carte expire demain, avec sa carte dans le lecteur
    Quand 25 heures passent
    Et qu'il se connecte au portail avec sa carte
    Alors il voit l'écran "Carte expirée"
    Et il n'est pas connecté au portail

  @A_09
  Plan du scénario: Une carte est acceptée dès le début de sa validité
    Étant donné un médecin dont la carte n'est valable que demain, avec sa carte dans le lecteur
    Quand <attente> heures passent
    Et qu'il se connecte au portail avec sa carte
    Alors il voit l'écran "<écran>"

    Exemples:
      | attente | écran                   |
      | 23      | Carte pas encore valide |
      | 25      | Votre espace personnel  |
