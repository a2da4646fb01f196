# language: fr
Fonctionnalité: Installer les logiciels de lecture de la carte

  @W_01
  Plan du scénario: Le bon package s'installe, et l'outil de diagnostic s'ouvre
    Étant donné une personne qui prépare son ordinateur sous "<système>"
    Quand elle suit le conseil "<package>"
    Alors elle voit l'écran "Installation d'ATSAM : composants"
    Quand elle sélectionne tous les composants proposés
    Alors elle voit l'écran "Installation d'ATSAM : conditions"
    Quand elle accepte les conditions d'installation
    Alors elle voit l'écran "Installation d'ATSAM terminée"
    Quand elle termine l'installation
    Alors elle voit l'écran "Outil de diagnostic"

    Exemples:
      | système     | package                         |
      | Windows     | Télécharger ATSAM Windows       |
      | macOS 10.14 | Télécharger ATSAM MacOS < 10.15 |
      | macOS 10.15 | Télécharger ATSAM MacOS 10.15+  |

  @W_01
  Plan du scénario: Le package d'un autre système est refusé
    Étant donné une personne qui prépare son ordinateur sous "<système>"
    Quand elle suit le conseil "<package>"
    Alors elle voit l'écran "Ce package n'est pas pour cet ordinateur"
    Quand elle suit le conseil "CHOISIR UN AUTRE PACKAGE"
    Alors elle voit l'écran "CONFIGURER AMELIPRO"

    Exemples:
      | système     | package                         |
      | Windows     | Télécharger ATSAM MacOS 10.15+  |
      | macOS 10.14 | Télécharger ATSAM MacOS 10.15+  |
      | macOS 10.14 | Télécharger ATSAM Windows       |
      | macOS 10.15 | Télécharger ATSAM MacOS < 10.15 |

  @W_01
  Scénario: Un composant manquant ou des conditions refusées arrêtent l'installation
    Étant donné une personne qui prépare son ordinateur sous "Windows"
    Quand elle suit le conseil "Télécharger ATSAM Windows"
    Et qu'elle sélectionne tous les composants proposés sauf un
    Alors elle lit "Il manque un composant"
    Et elle voit l'écran "Installation d'ATSAM : composants"
    Quand elle sélectionne tous les composants proposés
    Et qu'elle continue l'installation sans accepter les conditions
    Alors elle lit "Sans votre accord, rien n'est installé."
    Et elle voit l'écran "Installation d'ATSAM : conditions"

  @W_01
  Scénario: Sans la case de l'outil de diagnostic, celui-ci ne s'ouvre pas
    Étant donné une personne qui prépare son ordinateur sous "Windows"
    Quand elle suit le conseil "Télécharger ATSAM Windows"
    Et qu'elle sélectionne tous les composants proposés
    Et qu'elle accepte les conditions d'installation
    Et qu'elle termine l'installation sans lancer l'outil de diagnostic
    Alors elle voit l'écran "CONFIGURER AMELIPRO"

  @W_01
  Scénario: De l'échec de la connexion à l'installation
    Étant donné un médecin dont la carte est dans le lecteur
    Et son poste n'a pas les composants de lecture de la carte
    Quand il demande à se connecter avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Quand il suit le conseil "Installer le package ATSAM"
    Et qu'il suit le conseil "Choisir le package et l'installer"
    Alors il voit l'écran "CONFIGURER AMELIPRO"
