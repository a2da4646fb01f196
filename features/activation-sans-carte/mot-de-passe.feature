# language: fr
Fonctionnalité: Choisir le mot de passe de son e-CPS sur son téléphone

  @B_13
  Scénario: Un mot de passe trop simple est refusé sur le téléphone avec la règle qu'il ne respecte pas
    Étant donné un médecin dont le code d'activation a été accepté
    Alors chacun de ces mots de passe lui est refusé :
      | mot de passe | règle                                       |
      | 1234         | contient une suite de chiffres croissante   |
      | 7890         | contient une suite de chiffres croissante   |
      | 9876         | contient une suite de chiffres décroissante |
      | 0000         | contient une suite de chiffres identiques   |
      | 258          | ne contient pas 4 chiffres                  |
      | 12a4         | ne contient pas 4 chiffres                  |
    Et le portefeuille n'a rien reçu

  @B_13
  Scénario: Une date de naissance est déconseillée sur le téléphone, mais acceptée
    Étant donné un médecin dont le code d'activation a été accepté
    Quand il propose le mot de passe "1985"
    Alors il voit l'écran "Confirmer votre mot de passe"

  @B_13
  Scénario: Une confirmation différente demande un nouveau mot de passe
    Étant donné un médecin dont le code d'activation a été accepté
    Quand il crée un mot de passe et en confirme un autre
    Alors le mot de passe est à créer à nouveau parce que les deux saisies diffèrent
    Et le portefeuille n'a rien reçu
    Quand il crée un mot de passe et le confirme
    Alors son téléphone montre son e-CPS
    Et le portefeuille a reçu son activation une seule fois

  @B_13
  Scénario: Recommencer l'activation sur le téléphone n'en laisse rien
    Étant donné un médecin dont le code d'activation a été accepté
    Quand il recommence l'activation sur son téléphone
    Alors il voit l'écran "Demande d'activation"
    Et le portefeuille n'a rien reçu
    Quand il ouvre le courriel sur son téléphone et démarre l'activation
    Alors il voit l'écran "Courriel plus valable"
