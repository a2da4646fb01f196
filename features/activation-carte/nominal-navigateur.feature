# language: fr
Fonctionnalité: Activer son e-CPS avec sa carte, lue par le navigateur

  @A_01
  Scénario: Un médecin active son e-CPS et saisit son code porteur dans la fenêtre du navigateur
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il se connecte au portail avec sa carte
    Et qu'il appaire son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois
    Et aucun SMS ni courriel n'est parti
