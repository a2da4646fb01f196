# language: fr
Fonctionnalité: Les données d'une carte se lisent selon leurs droits

  @K_02
  Plan du scénario: Une situation d'exercice ne se lit qu'après le code porteur
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel envoie "00 A4 09 0C 06 3F 00 00 01 D1 20"
    Et que le logiciel envoie "00 B0 00 00 02"
    Alors la carte répond "69 82"
    Quand le logiciel présente le bon code porteur
    Et que le logiciel envoie "00 B0 00 00 02"
    Alors la carte répond "EE ** 90 00"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_02
  Plan du scénario: La partie CPS2ter garde ses propres droits
    Étant donné la carte "CPS de médecin", <place>
    Alors la carte répond ainsi :
      | commande             | réponse |
      | A0 A4 00 00 02 3F 00 | 9F 07   |
      | A0 A4 00 00 02 40 10 | 9F 07   |
      | A0 B0 00 00 01       | 98 04   |
    Quand le logiciel présente le bon code porteur
    Et que le logiciel envoie "A0 B0 00 00 01"
    Alors la carte répond "EE 90 00"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_02
  Plan du scénario: Le porteur écrit dans CPS_DATA, et nulle part ailleurs
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel présente le bon code porteur
    Alors la carte répond ainsi :
      | commande                         | réponse        |
      | 00 A4 09 0C 06 3F 00 00 01 D1 07 | 90 00          |
      | 00 D6 00 00 03 A1 B2 C3          | 90 00          |
      | 00 B0 00 00 03                   | A1 B2 C3 90 00 |
      | 00 A4 09 0C 04 3F 00 D0 03       | 90 00          |
      | 00 D6 00 00 01 FF                | 69 82          |

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |
