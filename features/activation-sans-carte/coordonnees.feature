# language: fr
Fonctionnalité: Coordonnées que l'annuaire n'a pas

  @B_05
  Scénario: Un identifiant de personnel de structure ne permet pas d'activer sans carte
    Étant donné un médecin qui veut activer son e-CPS sans carte
    Quand il demande l'activation avec un identifiant de personnel de structure
    Alors il voit l'écran "Information"
    Et le portefeuille n'a pas été interrogé
    Et aucun SMS ni courriel n'est parti
    Quand il confirme avoir lu l'information
    Alors il voit l'écran "Activer avec votre carte"

  @B_06
  Plan du scénario: Sans courriel ou sans mobile dans l'annuaire, rien ne part
    Étant donné un pharmacien que l'annuaire <connaissance>
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Information"
    Et aucun SMS ni courriel n'est parti
    Et le portefeuille n'a rien reçu

    Exemples:
      | connaissance                     |
      | connaît sans mobile              |
      | connaît sans courriel            |
      | connaît sans mobile ni courriel  |
      | ne connaît pas                   |

  @B_07
  Plan du scénario: Des coordonnées corrigées depuis moins de 48 heures ne servent pas encore
    Étant donné un pharmacien qui vient de corriger ses coordonnées auprès de son Ordre
    Quand <heures> heures passent
    Et que <minutes> minutes passent
    Et qu'il demande l'activation avec son identifiant
    Alors il voit l'écran "Information"
    Et aucun SMS ni courriel n'est parti

    Exemples:
      | heures | minutes |
      | 0      | 0       |
      | 47     | 59      |

  @B_07
  Plan du scénario: Des coordonnées corrigées depuis 48 heures servent
    Étant donné un pharmacien qui vient de corriger ses coordonnées auprès de son Ordre
    Quand <heures> heures passent
    Et que <minutes> minutes passent
    Et qu'il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 1 courriel

    Exemples:
      | heures | minutes |
      | 48     | 0       |
      | 48     | 1       |
