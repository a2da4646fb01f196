# language: fr
Fonctionnalité: Activer son e-CPS quand on en a déjà une

  @A_21
  Scénario: Une e-CPS active sur un autre téléphone n'est remplacée qu'après confirmation
    Étant donné un médecin dont la carte est dans le lecteur
    Et son e-CPS est déjà active sur un autre téléphone
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il veut scanner le QR code avec son téléphone
    Alors il voit l'écran "e-CPS déjà active sur un autre téléphone"
    Et il voit l'écran "Votre e-CPS est déjà active"
    Et le portefeuille n'a rien reçu
    Quand il choisit sur son téléphone de remplacer son e-CPS
    Alors il voit l'écran "Activation : Appairage du téléphone"

  @A_21
  Scénario: Une e-CPS active sur un autre téléphone peut être conservée
    Étant donné un médecin dont la carte est dans le lecteur
    Et son e-CPS est déjà active sur un autre téléphone
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il veut scanner le QR code avec son téléphone
    Et qu'il choisit sur son téléphone de conserver son e-CPS
    Alors il voit l'écran "e-CPS conservée"
    Et il voit l'écran "Votre espace personnel"
    Et le portefeuille n'a rien reçu

  @A_21
  Scénario: Une e-CPS active sur ce téléphone y est remplacée après confirmation
    Étant donné un médecin qui a déjà activé son e-CPS sur son téléphone
    Quand il retourne à son espace personnel
    Et qu'il commence l'activation sur le portail
    Et qu'il veut scanner le QR code avec son téléphone
    Alors il voit l'écran "e-CPS déjà active sur ce téléphone"
    Quand il choisit sur son téléphone de remplacer son e-CPS
    Et qu'il recopie sur le portail le code d'ajout affiché par son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et le portefeuille a reçu 2 activations, dont la dernière remplace l'e-CPS
