# language: fr
Fonctionnalité: Dire quoi faire quand le poste ne lit pas la carte

  @A_12
  Scénario: Sans lecteur, le portail conseille un autre poste ou un lecteur
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et son poste n'a pas de lecteur de cartes
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Quand il suit le conseil "Mon lecteur est ancien, ou je n'en ai pas"
    Alors il voit l'écran "Lecteur de cartes"
    Et il n'est pas connecté au portail

  @A_12
  Scénario: Un lecteur trop ancien pour la carte mène aux mêmes conseils
    Étant donné un médecin dont le lecteur ancien ne sait pas lire la carte
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Quand il suit le conseil "Mon lecteur est ancien, ou je n'en ai pas"
    Alors il voit l'écran "Lecteur de cartes"
    Et il n'est pas connecté au portail

  @A_13
  Scénario: Sans les composants de lecture, le portail conseille de les installer
    Étant donné un médecin dont la carte est dans le lecteur
    Et son poste n'a pas les composants de lecture de la carte
    Quand il demande à se connecter avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Quand il suit le conseil "Installer le package ATSAM"
    Alors il voit l'écran "Installer le package ATSAM"
    Et il n'est pas connecté au portail

  @A_14
  Scénario: Un navigateur qui ne sait pas lire la carte mène au conseil d'en essayer un autre
    Étant donné un médecin dont la carte est dans le lecteur
    Et un navigateur qui ne sait pas lire la carte
    Quand il demande à se connecter avec sa carte
    Alors il voit l'écran "Aucune carte détectée"
    Et il lit "Essayez de renouveler ces opérations avec un autre navigateur."
    Et il n'est pas connecté au portail

  @A_15
  Scénario: Le portail remarque que le bouton de l'activation a été retiré de la page
    Étant donné un médecin dont la carte est dans le lecteur
    Et le système de sécurité de l'établissement retire le bouton des pages
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Bouton de l'activation bloqué"
    Et le bouton de l'activation n'est pas là
    Et le portefeuille n'a rien reçu

  @A_15
  Scénario: Le portail remarque que ses scripts sont bloqués
    Étant donné un médecin dont la carte est dans le lecteur
    Et le système de sécurité de l'établissement retire les scripts des pages
    Quand il se connecte au portail avec sa carte
    Alors il voit l'écran "Bouton de l'activation bloqué"

  @A_15
  Scénario: Quand rien n'est bloqué, le portail ne parle pas de système de sécurité
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte au portail avec sa carte
    Alors il est connecté au portail
    Et il ne lit pas "système de sécurité"
