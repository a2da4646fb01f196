# language: fr
Fonctionnalité: Activer son e-CPS avec sa carte, sans souris

  @A_01
  Scénario: Un médecin active son e-CPS au clavier seul
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il se connecte au portail avec sa carte, au clavier seul
    Et qu'il active son e-CPS au clavier seul
    Alors il voit l'écran "La carte est active"
    Et son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
