# language: fr
Fonctionnalité: Vérifier avec Test SSL que le poste lit la carte

  @W_02
  Scénario: Dans le navigateur, la personne saisit son code porteur et le test réussit
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il lance le Test SSL
    Et qu'il saisit le bon code porteur
    Alors il voit l'écran "Test SSL réussi"
    Et le Test SSL a reconnu son certificat
    Et sa carte accepte à nouveau 3 codes faux
    Et aucun code n'apparaît dans les journaux

  @W_02
  Plan du scénario: Avec le logiciel du poste, le test réussit pour chaque sorte de carte
    Étant donné <personne> dont la carte est dans le lecteur
    Quand il lance le Test SSL avec le logiciel du poste
    Alors il voit l'écran "Test SSL réussi"
    Et le Test SSL a reconnu son certificat

    Exemples:
      | personne      |
      | un médecin    |
      | un pharmacien |
      | un infirmier  |

  @W_02
  Scénario: Le Test SSL ne connecte personne
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il lance le Test SSL avec le logiciel du poste
    Alors il voit l'écran "Test SSL réussi"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu

  @W_02
  Scénario: Un code porteur faux, puis le bon
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il lance le Test SSL, en se trompant 1 fois de code porteur
    Alors sa carte n'accepte plus que 2 codes faux
    Quand il saisit le bon code porteur
    Alors il voit l'écran "Test SSL réussi"
