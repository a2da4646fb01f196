# language: fr
Fonctionnalité: Autoriser la caméra du téléphone

  @A_17
  Scénario: Sans caméra, le téléphone dit comment l'autoriser, et l'activation reprend
    Étant donné un médecin dont la carte est dans le lecteur
    Et son téléphone refuse la caméra à l'application
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il veut scanner le QR code avec son téléphone
    Alors il voit l'écran "Caméra refusée"
    Et le portefeuille n'a rien reçu
    Quand il autorise la caméra et recommence
    Alors il voit l'écran "Code d'ajout sur le téléphone"
