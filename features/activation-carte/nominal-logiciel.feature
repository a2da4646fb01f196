# language: fr
Fonctionnalité: Activer son e-CPS avec sa carte, lue par le logiciel du poste

  @A_01
  Scénario: Un médecin active son e-CPS
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il scanne le QR code avec son téléphone
    Et qu'il recopie sur le portail le code d'ajout affiché par son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
    Et aucun SMS ni courriel n'est parti

  @A_01
  Plan du scénario: Chaque sorte de carte nominative active une e-CPS
    Étant donné <personne> dont la carte est dans le lecteur
    Quand elle se connecte au portail avec sa carte
    Et qu'elle appaire son téléphone
    Et qu'elle crée un mot de passe et le confirme
    Alors elle voit l'écran "La carte est active"
    Et son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
    Et aucun SMS ni courriel n'est parti

    Exemples:
      | personne                        |
      | un médecin remplaçant           |
      | un infirmier                    |
      | un médecin en formation         |
      | un directeur d'ambulances       |
      | un ambulancier                  |
      | un personnel autorisé           |
