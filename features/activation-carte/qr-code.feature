# language: fr
Fonctionnalité: Scanner le QR code affiché par le portail

  @A_16
  Plan du scénario: Un QR code se scanne pendant 90 secondes, limite comprise
    Étant donné un médecin dont la carte est dans le lecteur
    Et pour lui, l'heure n'avance que sur commande
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et que <attente> secondes passent
    Et qu'il scanne le QR code avec son téléphone
    Alors il voit l'écran "Activation : Appairage du téléphone"

    Exemples:
      | attente |
      | 89      |
      | 90      |

  @A_16
  Scénario: Un QR code photographié et scanné après 91 secondes est refusé, un nouveau est proposé
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il photographie le QR code
    Et que 91 secondes passent
    Et qu'il scanne la photo du QR code
    Alors il voit l'écran "QR Code refusé"
    Et il voit l'écran "QR Code expiré"
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

  @A_16
  Scénario: Après l'expiration du QR code, le nouveau mène à l'activation
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et que 91 secondes passent
    Alors il voit l'écran "QR Code expiré"
    Quand il demande un nouveau QR code
    Et qu'il scanne le QR code avec son téléphone
    Alors il voit l'écran "Activation : Appairage du téléphone"

  @A_16
  Scénario: Un QR code ne sert qu'une fois au même téléphone
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il photographie le QR code
    Et qu'il scanne la photo du QR code
    Alors il voit l'écran "Code d'ajout sur le téléphone"
    Quand il scanne la photo du QR code
    Alors il voit l'écran "QR Code refusé"
    Et il voit l'écran "Activation : Appairage du téléphone"
    Et le portefeuille n'a rien reçu

  @A_16
  Scénario: Un QR code déjà scanné est refusé à un autre téléphone
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il photographie le QR code
    Et qu'il scanne la photo du QR code
    Et qu'un autre téléphone scanne la photo du QR code
    Alors l'autre téléphone montre l'écran "QR Code refusé"
    Et il voit l'écran "Code d'ajout sur le téléphone"
    Et le portefeuille n'a rien reçu

  @A_16
  Scénario: Un téléphone déjà appairé ne prend pas l'e-CPS d'une autre personne
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Quand il scanne le QR code qu'un infirmier affiche sur un autre ordinateur
    Alors il voit l'écran "QR Code d'une autre personne"
    Et il voit l'écran "Activation : Définition du mot de passe"
    Et le portefeuille n'a rien reçu
