# language: fr
Fonctionnalité: Choisir le mot de passe de son e-CPS

  @A_19
  Scénario: Un mot de passe trop simple est refusé avec la règle qu'il ne respecte pas
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Alors chacun de ces mots de passe lui est refusé :
      | mot de passe | règle                                       |
      | 1234         | contient une suite de chiffres croissante   |
      | 0123         | contient une suite de chiffres croissante   |
      | 7890         | contient une suite de chiffres croissante   |
      | 4321         | contient une suite de chiffres décroissante |
      | 9876         | contient une suite de chiffres décroissante |
      | 1111         | contient une suite de chiffres identiques   |
      | 0000         | contient une suite de chiffres identiques   |
      | 258          | ne contient pas 4 chiffres                  |
      | 12a4         | ne contient pas 4 chiffres                  |
    Et le portefeuille n'a rien reçu

  @A_19
  Scénario: Une date de naissance est déconseillée, mais acceptée
    Étant donné un médecin qui a appairé son téléphone avec sa carte
    Quand il propose le mot de passe "1985"
    Alors il voit l'écran "Confirmation du mot de passe"
    Et il lit "de ne pas utiliser votre date de naissance"
