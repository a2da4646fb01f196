# language: fr
Fonctionnalité: Confirmer son mot de passe, ou recommencer l'activation

  @A_20
  Scénario: Une confirmation différente fait créer à nouveau le mot de passe
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Quand il crée un mot de passe et en confirme un autre
    Alors il voit l'écran "Activation : Définition du mot de passe"
    Et il lit "Les deux mots de passe ne sont pas identiques."
    Et le portefeuille n'a rien reçu
    Et aucun code n'apparaît dans les journaux
    Quand il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et le portefeuille a reçu son activation une seule fois

  @A_20
  Scénario: Recommencer l'activation ne laisse rien de la première
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Quand il recommence l'activation
    Alors il voit l'écran "Activation : Scanner le QR Code"
    Et il voit l'écran "Activation interrompue sur le téléphone"
    Et le portefeuille n'a rien reçu
    Quand il scanne le QR code avec son téléphone
    Et qu'il recopie sur le portail le code d'ajout affiché par son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et le portefeuille a reçu son activation une seule fois

  @A_20
  Scénario: Le QR code d'avant ne sert plus quand l'activation recommence
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il photographie le QR code
    Et qu'il recommence l'activation
    Et qu'il scanne la photo du QR code
    Alors il voit l'écran "QR Code refusé"
    Et le portefeuille n'a rien reçu
