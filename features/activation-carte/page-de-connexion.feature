# language: fr
Fonctionnalité: Trouver comment se connecter avec sa carte

  @A_02
  Scénario: La page de connexion s'ouvre sur un autre onglet, l'onglet de la carte s'atteint au clavier
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il ouvre la page de connexion
    Alors il voit l'écran "Connectez-vous"
    Et il ne lit pas "Se connecter avec la carte CPS"
    Quand il choisit au clavier l'onglet "Carte CPS"
    Alors il voit l'écran "Onglet Carte CPS"
    Quand il se connecte au portail avec sa carte
    Alors il est connecté au portail

  @A_02
  Scénario: Une connexion remplacée par une plus récente n'ouvre pas de session
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il ouvre deux fois la page de connexion et se connecte par la première
    Alors il voit l'écran "Connexion expirée"
    Et il n'est pas connecté au portail
    Et le portefeuille n'a rien reçu
