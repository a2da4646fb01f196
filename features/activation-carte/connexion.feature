# language: fr
Fonctionnalité: Se connecter au portail e-CPS avec sa carte

  @A_04
  Plan du scénario: Un code porteur faux coûte un essai, le bon les rend tous
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il se connecte au portail avec sa carte, en se trompant <fois> fois de code porteur
    Alors sa carte n'accepte plus que <reste> codes faux
    Quand il saisit le bon code porteur
    Alors il est connecté au portail
    Et sa carte accepte à nouveau 3 codes faux

    Exemples:
      | fois | reste |
      | 1    | 2     |
      | 2    | 1     |

  @A_07
  Scénario: Sans carte dans le lecteur, le portail dit quoi vérifier
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et son navigateur qui lit la carte
    Quand il demande à se connecter avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Et il n'est pas connecté au portail

  @A_07
  Scénario: La carte retirée pendant la connexion interrompt celle-ci
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il retire sa carte pendant la connexion
    Alors il voit l'écran "Lecture de la carte interrompue"
    Et il n'est pas connecté au portail
