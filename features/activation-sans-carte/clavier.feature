# language: fr
Fonctionnalité: Activer son e-CPS sans carte et sans souris

  @B_01
  Scénario: Un médecin active son e-CPS sans carte, au clavier seul
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Quand il demande l'activation au clavier seul
    Alors il voit l'écran "Demande envoyée"
    Quand il active son e-CPS depuis le courriel, au clavier seul
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
