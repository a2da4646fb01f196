# language: fr
Fonctionnalité: Recopier le code d'ajout affiché par le téléphone

  @A_18
  Scénario: Le code d'ajout est accepté en minuscules
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit le code d'ajout en minuscules
    Alors il voit l'écran "Activation : Définition du mot de passe"
    Et il voit l'écran "Mot de passe attendu sur l'ordinateur"

  @A_18
  Scénario: Un code d'ajout faux est refusé, le bon est encore accepté
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit un code d'ajout faux
    Alors il lit "Le code d'ajout saisi n'est pas celui affiché sur votre téléphone."
    Et le portefeuille n'a rien reçu
    Quand il saisit le bon code d'ajout
    Alors il voit l'écran "Activation : Définition du mot de passe"

  @A_18
  Scénario: Un code d'ajout qui commence par les chiffres est refusé avec sa forme
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit le code d'ajout en commençant par les chiffres
    Alors il lit "Un code d'ajout se compose d'une lettre suivie de cinq chiffres."
    Et le portefeuille n'a rien reçu

  @A_18
  Scénario: Après quatre codes d'ajout faux, le bon est encore accepté
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit 4 fois un code d'ajout faux
    Alors il lit "Le code d'ajout saisi n'est pas celui affiché sur votre téléphone."
    Quand il saisit le bon code d'ajout
    Alors il voit l'écran "Activation : Définition du mot de passe"

  @A_18
  Scénario: Cinq codes d'ajout faux interrompent l'activation, qui recommence avec un nouveau QR code
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit 5 fois un code d'ajout faux
    Alors il voit l'écran "Activation interrompue"
    Et il voit l'écran "Activation interrompue sur le téléphone"
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti
    Et aucun code n'apparaît dans les journaux
    Quand il recommence l'activation
    Alors il voit l'écran "Activation : Scanner le QR Code"

  @A_18
  Plan du scénario: Un code d'ajout se saisit pendant 5 minutes, limite comprise
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand <attente> secondes passent
    Et qu'il saisit le bon code d'ajout
    Alors il voit l'écran "Activation : Définition du mot de passe"

    Exemples:
      | attente |
      | 299     |
      | 300     |

  @A_18
  Scénario: Un code d'ajout affiché depuis plus de 5 minutes est expiré
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand 301 secondes passent
    Alors il voit l'écran "Code d'ajout expiré"
    Et il voit l'écran "Code d'ajout expiré sur le téléphone"
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti
    Quand il recommence l'activation
    Alors il voit l'écran "Activation : Scanner le QR Code"

  @A_18
  Scénario: Le code d'ajout d'une activation recommencée ne sert plus
    Étant donné un médecin dont le téléphone affiche le code d'ajout
    Quand il saisit un code d'ajout faux
    Et qu'il recommence l'activation
    Et qu'il scanne le QR code avec son téléphone
    Et qu'il saisit le code d'ajout de la première fois
    Alors il lit "Le code d'ajout saisi n'est pas celui affiché sur votre téléphone."
    Et le portefeuille n'a rien reçu
