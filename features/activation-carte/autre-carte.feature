# language: fr
Fonctionnalité: Dire ce qui ne va pas avec la carte qui est dans le lecteur

  @A_08
  Plan du scénario: Une carte qui n'est pas celle d'un professionnel n'est pas vue par le navigateur
    Étant donné un médecin qui a mis une <carte> dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Et il lit "n'est pas une carte de professionnel"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu

    Exemples:
      | carte          |
      | carte Vitale   |
      | carte bancaire |
      | carte inconnue |

  @A_08
  Scénario: Une carte non nominative ne permet pas d'activer une e-CPS
    Étant donné un ambulancier dont la carte n'est pas nominative, avec sa carte dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Carte non nominative"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

  @A_07
  Scénario: Une carte à l'envers n'est pas vue par le navigateur
    Étant donné un médecin qui a mis sa carte à l'envers
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Et il lit "mise à l'envers"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu

  @A_07
  Scénario: La carte retirée après la connexion ferme la session
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il se connecte au portail avec sa carte
    Alors il est connecté au portail
    Quand il retire sa carte du lecteur
    Alors il voit l'écran "Session fermée"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
