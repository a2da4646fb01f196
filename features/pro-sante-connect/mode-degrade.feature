# language: fr
Fonctionnalité: Mode dégradé : un compte personnel quand carte et e-CPS sont impossibles

  @C_05
  Scénario: Un professionnel libéral demande son compte à son CIS
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande le mode dégradé
    Et qu'il déclare : carte impossible, e-CPS impossible, exercice libéral
    Alors il voit l'écran "Compte personnel : exercice libéral"

  @C_05
  Scénario: Un professionnel salarié demande son compte au support, qui transmet à l'ARS
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande le mode dégradé
    Et qu'il déclare : carte impossible, e-CPS impossible, exercice salarié
    Alors il voit l'écran "Compte personnel : exercice salarié"

  @C_05
  Plan du scénario: Qui peut se connecter autrement n'obtient pas de compte
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande le mode dégradé
    Et qu'il déclare : carte <carte>, e-CPS <e-CPS>, exercice <exercice>
    Alors il voit l'écran "Mode dégradé refusé"

    Exemples:
      | carte      | e-CPS      | exercice |
      | possible   | impossible | libéral  |
      | impossible | possible   | libéral  |
      | possible   | possible   | salarié  |

  @C_05
  Plan du scénario: Le compte créé par le CIS ou l'ARS connecte
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et <créateur> lui a créé un compte SI-DEP
    Quand il demande le mode dégradé
    Et qu'il déclare : carte impossible, e-CPS impossible, exercice <exercice>
    Et qu'il se connecte avec son compte SI-DEP
    Alors il voit l'écran "Vous êtes connecté(e)."
    Et le service sait qui il est
    Et il lit "Compte personnel (mode dégradé)"

    Exemples:
      | créateur | exercice |
      | son CIS  | libéral  |
      | son ARS  | salarié  |

  @C_05
  Scénario: Un mot de passe faux ne connecte pas
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et son CIS lui a créé un compte SI-DEP
    Quand il demande le mode dégradé
    Et qu'il déclare : carte impossible, e-CPS impossible, exercice libéral
    Et qu'il se trompe de mot de passe pour son compte SI-DEP
    Alors il voit l'écran "Compte personnel : exercice libéral"
    Et il lit "Identifiant ou mot de passe incorrect."
    Quand il demande la page de SI-DEP réservée aux personnes connectées
    Alors il voit l'écran "Session nécessaire"

  @C_05
  Scénario: Le compte créé pour un exercice libéral ne sert pas à un salarié
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et son CIS lui a créé un compte SI-DEP
    Quand il demande le mode dégradé
    Et qu'il déclare : carte impossible, e-CPS impossible, exercice salarié
    Et qu'il se connecte avec son compte SI-DEP
    Alors il lit "Identifiant ou mot de passe incorrect."

  @C_05
  Scénario: Sans déclaration, pas de connexion par compte
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il demande directement la connexion par compte
    Alors il voit l'écran "Mode dégradé refusé"
