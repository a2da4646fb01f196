# language: fr
Fonctionnalité: Le SMS d'activation

  @B_11
  Scénario: Un code faux est refusé, le bon est ensuite accepté
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il se trompe 1 fois de code
    Alors le code est refusé parce qu'il est faux
    Quand il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"
    Et le portefeuille n'a rien reçu

  @B_11
  Scénario: Quatre codes faux laissent un essai
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il se trompe 4 fois de code
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"

  @B_11
  Plan du scénario: Cinq codes faux bloquent pendant 30 minutes
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il se trompe 5 fois de code
    Alors il voit l'écran "Activation bloquée"
    Quand <minutes> minutes passent
    Et qu'il demande le code par SMS
    Alors il voit l'écran "<écran>"
    Et il a reçu <SMS> SMS
    Et le portefeuille n'a rien reçu

    Exemples:
      | minutes | écran              | SMS |
      | 0       | Activation bloquée | 1   |
      | 29      | Activation bloquée | 1   |
      | 30      | Code d'activation  | 2   |

  @B_11
  Scénario: Après le blocage, un nouveau code est accepté
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il se trompe 5 fois de code
    Et que 31 minutes passent
    Et qu'il demande le code par SMS
    Et qu'il recopie le code du SMS
    Et qu'il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois

  @B_11
  Scénario: Le code d'un SMS sert encore après 9 minutes
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand 9 minutes passent
    Et que 50 secondes passent
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"

  @B_11
  Scénario: Le code d'un SMS ne sert plus après 10 minutes
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand 10 minutes passent
    Et que 1 seconde passe
    Et qu'il recopie le code du SMS
    Alors le code est refusé parce qu'il a expiré
    Quand il demande un nouveau SMS
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"
    Et il a reçu 2 SMS

  @B_11
  Scénario: Le code d'un SMS précédent est refusé
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il demande un nouveau SMS 1 fois, une minute après l'autre
    Et qu'il recopie le code du premier SMS
    Alors le code est refusé parce qu'il est celui d'un SMS précédent
    Quand il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"

  @B_12
  Scénario: Le SMS qui n'arrive pas peut être demandé à nouveau
    Étant donné un médecin qui a reçu le courriel d'activation
    Et le service de SMS accepte les messages sans les remettre
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Et qu'il demande le code par SMS
    Alors il a reçu 0 SMS
    Quand tous les services fonctionnent à nouveau
    Et qu'il demande un nouveau SMS 1 fois, une minute après l'autre
    Et qu'il recopie le code du SMS
    Alors il voit l'écran "Choisir votre mot de passe"
    Et il a reçu 1 SMS

  @B_12
  Scénario: Un deuxième SMS ne part pas dans la même minute
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand 30 secondes passent
    Et qu'il demande un nouveau SMS
    Alors un autre SMS lui est refusé parce qu'il est trop tôt
    Et il a reçu 1 SMS

  @B_12
  Scénario: Qui n'a plus ce numéro lit que seul son Ordre peut le corriger
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il demande un nouveau SMS 2 fois, une minute après l'autre
    Et que 1 minute passe
    Et qu'il demande un nouveau SMS
    Alors il voit l'écran "Trop de demandes"
    Et il a reçu 3 SMS
    Quand il suit le conseil d'activer son e-CPS avec sa carte
    Alors il voit l'écran "Activer avec votre carte"
