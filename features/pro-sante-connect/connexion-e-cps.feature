# language: fr
@service
Fonctionnalité: Se connecter à un service avec son e-CPS

  @C_01
  Scénario: Le mot de passe et le code dynamique connectent au service
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il valide la connexion sur son téléphone
    Alors il voit l'écran "Connexion validée"
    Et le service sait qui il est
    Et aucun code n'apparaît dans les journaux

  @C_01
  Scénario: La demande s'affiche sur le téléphone, quelle que soit la page ouverte
    Étant donné un médecin qui se sert de son e-CPS
    Alors son téléphone montre son e-CPS
    Quand l'application e-CPS est ouverte sur le téléphone
    Et qu'il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "Demande de connexion"
    Quand il saisit sur son téléphone le bon mot de passe et le bon code
    Et qu'il confirme la connexion sur son téléphone
    Alors le service sait qui il est

  @C_01
  Plan du scénario: La page de connexion dit ce que sont les onglets qui ne mènent nulle part ici
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il ouvre la page de connexion
    Et qu'il choisit au clavier l'onglet "<onglet>"
    Alors il voit l'écran "<écran>"

    Exemples:
      | onglet                 | écran                  |
      | Délégation             | Onglet Délégation      |
      | Clé de sécurité (BETA) | Onglet Clé de sécurité |

  @C_02
  Scénario: La carte connecte au service
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il se connecte à un service avec sa carte
    Alors le service sait qui il est

  @C_03
  Scénario: Un autre code que celui de l'ordinateur ne connecte personne
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il choisit un autre code sur son téléphone
    Alors il voit l'écran "Connexion refusée"
    Et il voit l'écran "Code dynamique incorrect"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Trois mots de passe faux ne connectent personne
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il saisit trois mots de passe faux sur son téléphone
    Alors il voit l'écran "Connexion refusée"
    Et il voit l'écran "Mot de passe incorrect"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Une connexion refusée sur le téléphone ne connecte personne
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il refuse la connexion sur son téléphone
    Alors il voit l'écran "Connexion refusée"
    Et il voit l'écran "Connexion refusée sur le téléphone"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Sans la confirmation, ni le mot de passe ni le code ne connectent
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il saisit sur son téléphone le bon mot de passe et le bon code
    Et qu'il refuse de confirmer la connexion sur son téléphone
    Alors il voit l'écran "Connexion refusée"
    Et il voit l'écran "Connexion refusée sur le téléphone"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Une e-CPS expirée ne connecte personne
    Étant donné un médecin qui se sert de son e-CPS
    Quand 1095 jours passent
    Et qu'il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "e-CPS expirée"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Sans réponse du téléphone, personne n'est connecté
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "Connexion avec l'application e-CPS"
    Et il voit l'écran "Demande de connexion"
    Quand 2 minutes passent
    Alors il voit l'écran "Pas de réponse du téléphone"
    Quand il cherche sur son téléphone une connexion à valider
    Alors il voit l'écran "Aucune demande de connexion"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Un identifiant que personne ne porte ne connecte personne
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande à se connecter à un service avec un identifiant que personne ne porte
    Alors il voit l'écran "Identifiant inconnu à la connexion"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Sans e-CPS active, personne n'est connecté
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "e-CPS non activée"
    Et il n'est pas connecté au service

  @C_03
  Scénario: Quand le portefeuille est en panne, personne n'est connecté
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et le portefeuille répond par une erreur 503
    Quand il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "Connexion momentanément indisponible"
    Quand tous les services fonctionnent à nouveau
    Et qu'il demande à se connecter à un service avec son e-CPS
    Alors il voit l'écran "e-CPS non activée"
