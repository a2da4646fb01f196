# language: fr
Fonctionnalité: De l'activation sans carte à l'activation avec la carte

  @B_15
  Plan du scénario: En 2024, seules les cartes CPS dispensent de la carte
    Étant donné un médecin que l'annuaire <carte>
    Et la règle d'activation de 2024
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Carte nécessaire"
    Et aucun SMS ni courriel n'est parti
    Et le portefeuille n'a rien reçu

    Exemples:
      | carte                       |
      | connaît avec une carte CPE  |
      | connaît avec une carte CPF  |
      | connaît avec une carte CDE  |
      | connaît avec une carte CPA  |
      | connaît sans carte          |

  @B_15
  Plan du scénario: La règle en vigueur dit quelle carte dispense de la carte
    Étant donné un médecin que l'annuaire <carte>
    Et la règle d'activation de <année>
    Quand il demande l'activation avec son identifiant
    Alors il voit l'écran "Demande envoyée"
    Et il a reçu 1 courriel

    Exemples:
      | carte                       | année |
      | connaît avec une carte CPS  | 2024  |
      | connaît avec une carte CPF  | 2020  |
      | connaît avec une carte CPF  | 2025  |
      | connaît sans carte          | 2025  |

  @B_15 @B_16
  Scénario: Le titulaire d'une CPF est envoyé vers l'activation avec sa carte
    Étant donné un médecin que l'annuaire connaît avec une carte CPF
    Et la règle d'activation de 2024
    Quand il demande l'activation avec son identifiant
    Et qu'il suit le conseil d'activer son e-CPS avec sa carte
    Alors il voit l'écran "Activer avec votre carte"

  @B_16
  Scénario: Qui ne peut pas activer sans carte active avec sa carte
    Étant donné un médecin que l'annuaire connaît sans mobile
    Quand il demande l'activation avec son identifiant
    Et qu'il confirme avoir lu l'information
    Alors il voit l'écran "Activer avec votre carte"
    Quand il insère sa carte et se connecte au portail
    Et qu'il appaire son téléphone
    Et qu'il crée un mot de passe et le confirme
    Alors il voit l'écran "La carte est active"
    Et le portefeuille a reçu son activation une seule fois
    Et aucun SMS ni courriel n'est parti
