# language: fr
Fonctionnalité: SI-DEP, un service d'exemple

  @C_02
  Scénario: La carte connecte à SI-DEP, et l'on s'en déconnecte
    Étant donné un médecin dont la carte est dans le lecteur
    Quand il ouvre SI-DEP
    Alors il voit l'écran "Accéder à SI-DEP"
    Quand il se connecte à un service avec sa carte
    Alors il voit l'écran "Vous êtes connecté(e)."
    Et le service sait qui il est
    Quand il se déconnecte de SI-DEP
    Alors il voit l'écran "Vous êtes déconnecté(e)."
    Quand il demande la page de SI-DEP réservée aux personnes connectées
    Alors il voit l'écran "Session nécessaire"

  @C_01
  Scénario: L'e-CPS connecte à SI-DEP
    Étant donné un médecin qui se sert de son e-CPS
    Quand il demande à se connecter à un service avec son e-CPS
    Et qu'il valide la connexion sur son téléphone
    Alors il voit l'écran "Vous êtes connecté(e)."
    Et le service sait qui il est

  @C_06
  Scénario: SI-DEP dit pourquoi il refuse
    Étant donné un médecin dont la carte est dans le lecteur
    Et Pro Santé Connect se trompe : jeton d'un autre niveau
    Quand il se connecte à un service avec sa carte
    Alors il voit l'écran "Connexion refusée par SI-DEP"
    Et il lit "Le niveau d'authentification n'est pas celui qui est demandé."
