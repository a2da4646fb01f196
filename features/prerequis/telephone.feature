# language: fr
Fonctionnalité: Avoir un téléphone sur lequel l'application fonctionne

  @O_02
  Plan du scénario: Un système trop ancien est refusé avec la version qu'il faut
    Étant donné un téléphone sous "<système>"
    Quand l'application e-CPS est ouverte sur le téléphone
    Alors il voit l'écran "<écran>"

    Exemples:
      | système              | écran                           |
      | iOS 14.8             | Version d'iOS trop ancienne     |
      | Android 7            | Version d'Android trop ancienne |
      | Android 7.1.2        | Version d'Android trop ancienne |
      | macOS 11.7; arm64    | Mac non compatible              |
      | macOS 12.0; x86_64   | Mac non compatible              |

  @O_02
  Plan du scénario: La première version qu'il faut est acceptée
    Étant donné un téléphone sous "<système>"
    Quand l'application e-CPS est ouverte sur le téléphone
    Alors il voit l'écran "Accueil de l'application e-CPS"

    Exemples:
      | système           |
      | iOS 15.0          |
      | iOS 17.4          |
      | Android 8         |
      | Android 15        |
      | macOS 12.0; arm64 |

  @O_03
  Scénario: Sans réseau, l'application le dit ; le réseau revenu, elle s'ouvre
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand l'application e-CPS est ouverte sur le téléphone
    Et que son téléphone perd le réseau
    Alors il voit l'écran "Pas de connexion internet"
    Quand il réessaie sur son téléphone
    Alors il voit l'écran "Pas de connexion internet"
    Quand son téléphone retrouve le réseau
    Et qu'il réessaie sur son téléphone
    Alors il voit l'écran "Accueil de l'application e-CPS"

  @O_03
  Scénario: Le réseau perdu en chemin ne perd rien de ce qui était fait
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il lit les conditions générales sur son téléphone
    Et qu'il coche l'acceptation des conditions générales
    Et que son téléphone perd le réseau
    Alors il voit l'écran "Pas de connexion internet"
    Quand son téléphone retrouve le réseau
    Et qu'il réessaie sur son téléphone
    Et qu'il continue sur son téléphone
    Alors il voit l'écran "Scanner le QR Code"
    Et le portefeuille n'a rien reçu

  @O_03
  Scénario: Le réseau perdu pendant l'appairage n'oblige à rien recommencer
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Et qu'il commence l'activation sur le portail
    Et qu'il scanne le QR code avec son téléphone
    Et que son téléphone perd le réseau
    Alors il voit l'écran "Pas de connexion internet"
    Quand son téléphone retrouve le réseau
    Et qu'il réessaie sur son téléphone
    Et qu'il recopie sur le portail le code d'ajout affiché par son téléphone
    Alors il voit l'écran "Activation : Définition du mot de passe"
