# language: fr
Fonctionnalité: Le courriel d'activation

  @B_08
  Scénario: Le courriel qui n'arrive pas peut être demandé à nouveau
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Et le service de courriel accepte les messages sans les remettre
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 0 courriel
    Quand tous les services fonctionnent à nouveau
    Et que 1 minute passe
    Et qu'il demande à nouveau le courriel
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 1 courriel

  @B_08
  Scénario: Un deuxième courriel ne part pas dans la même minute
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand 30 secondes passent
    Et qu'il demande à nouveau le courriel
    Alors un autre courriel lui est refusé parce qu'il est trop tôt
    Et il a reçu 1 courriel

  @B_08
  Scénario: Trois courriels partent en 24 heures, le quatrième le lendemain
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand il demande à nouveau le courriel 2 fois, une minute après l'autre
    Et que 23 heures passent
    Et qu'il demande à nouveau le courriel
    Alors il voit l'écran "Trop de demandes"
    Et il a reçu 3 courriels
    Quand 1 heure passe
    Et qu'il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 4 courriels

  @B_09
  Plan du scénario: Le courriel sert 24 heures
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand <heures> heures passent
    Et que <minutes> minutes passent
    Et qu'il ouvre le courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "<écran>"
    Et aucun SMS n'est parti
    Et le portefeuille n'a rien reçu

    Exemples:
      | heures | minutes | écran                         |
      | 23     | 59      | Recevoir le code d'activation |
      | 24     | 1       | Courriel plus valable         |

  @B_09
  Scénario: Le QR code du courriel expire aussi
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand 25 heures passent
    Et qu'il ouvre le courriel sur son ordinateur et en scanne le QR code
    Alors il voit l'écran "Courriel plus valable"
    Et aucun SMS n'est parti

  @B_09
  Scénario: Le courriel ne sert qu'une fois
    Étant donné un médecin qui a reçu le SMS d'activation
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "Courriel plus valable"
    Et il a reçu 1 SMS
    Et le portefeuille n'a rien reçu

  @B_09
  Scénario: Un courriel plus récent remplace le premier
    Étant donné un médecin qui a reçu le courriel d'activation
    Quand 1 minute passe
    Et qu'il demande à nouveau le courriel
    Alors il a reçu 2 courriels
    Quand il ouvre le premier courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "Courriel plus valable"
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "Recevoir le code d'activation"
    Et aucun SMS n'est parti
