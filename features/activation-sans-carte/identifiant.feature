# language: fr
Fonctionnalité: Saisir son identifiant national

  @B_04
  Scénario: Un identifiant mal saisi est refusé dans le formulaire
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Quand il ouvre le formulaire de demande d'activation
    Alors chacune de ces saisies lui est refusée sans que le portefeuille soit interrogé :
      | saisie                                         | raison                                  |
      | un identifiant vide                            | manque                                  |
      | un identifiant trop court d'un chiffre         | est trop court                          |
      | un identifiant trop long d'un chiffre          | est trop long                           |
      | un identifiant sans le 8 devant                | commence mal                            |
      | un identifiant précédé d'un 7                  | commence mal                            |
      | un identifiant dont un chiffre est faux        | n'existe pas                            |
      | un identifiant écrit avec des espaces          | contient autre chose que des chiffres   |
      | un identifiant suivi d'une espace              | contient autre chose que des chiffres   |
      | un identifiant en chiffres pleine chasse       | contient autre chose que des chiffres   |
      | un identifiant ADELI trop court d'un caractère | est trop court                          |
      | un identifiant ADELI trop long d'un caractère  | est trop long                           |
    Et aucun SMS ni courriel n'est parti

  @B_04
  Plan du scénario: Ce qui n'est pas un identifiant n'est ni exécuté ni répété
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Quand il demande l'activation avec <saisie>
    Alors l'identifiant est refusé parce qu'il contient autre chose que des chiffres
    Et rien de ce qu'il a saisi ne figure dans la page
    Et le portefeuille n'a pas été interrogé
    Et aucun SMS ni courriel n'est parti

    Exemples:
      | saisie                                              |
      | un identifiant qui est une balise                   |
      | un identifiant qui est une requête de base de données |

  @B_04
  Scénario: L'identifiant corrigé est accepté
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Quand il demande l'activation avec un identifiant dont un chiffre est faux
    Alors l'identifiant est refusé parce qu'il n'existe pas
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 1 courriel
