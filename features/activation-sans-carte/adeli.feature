# language: fr
Fonctionnalité: Activer son e-CPS avec un identifiant ADELI

  @B_03
  Plan du scénario: Une infirmière ADELI peut activer son e-CPS sans carte selon la règle de 2020 et de 2024
    Étant donné une infirmière ADELI qui veut activer son e-CPS sans carte
    Et la règle d'activation de <année>
    Quand elle demande l'activation avec son identifiant
    Alors elle voit l'écran "Demande envoyée"
    Et elle a reçu 1 courriel

    Exemples:
      | année |
      | 2020  |
      | 2024  |

  @B_03
  Scénario: Depuis 2025, un identifiant ADELI demande la carte
    Étant donné une infirmière ADELI qui veut activer son e-CPS sans carte
    Et la règle d'activation de 2025
    Quand elle demande l'activation avec son identifiant
    Alors elle voit l'écran "Carte nécessaire"
    Et aucun SMS ni courriel n'est parti
    Et le portefeuille n'a pas été interrogé
    Et le portefeuille n'a rien reçu

  @B_03
  Scénario: En 2020, l'identifiant ADELI ne suffit qu'aux infirmiers
    Étant donné une orthophoniste ADELI qui veut activer son e-CPS sans carte
    Et la règle d'activation de 2020
    Quand elle demande l'activation avec son identifiant
    Alors elle voit l'écran "Carte nécessaire"
    Et aucun SMS ni courriel n'est parti
    Et le portefeuille n'a rien reçu
