# language: fr
Fonctionnalité: La carte signe et authentifie pour son porteur seulement

  @K_04
  Plan du scénario: Sans code porteur, la carte ne signe pas
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel demande une signature
    Alors la carte répond "69 82"
    Quand le logiciel demande une authentification
    Alors la carte répond "69 82"

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_04
  Plan du scénario: Après le code porteur, la carte authentifie, et son certificat le prouve
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel présente le bon code porteur
    Et que le logiciel demande une signature
    Alors la carte répond "61 00"
    Quand le logiciel demande une authentification
    Alors la carte répond "61 00"
    Et l'authentification est vérifiée par le certificat de la carte

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |

  @K_04
  Plan du scénario: Chaque clé ne fait que ce pour quoi elle est là
    Étant donné la carte "CPS de médecin", <place>
    Quand le logiciel présente le bon code porteur
    Alors la carte répond ainsi :
      | commande                                | réponse |
      | 00 A4 09 0C 04 3F 00 00 01              | 90 00   |
      | 00 22 41 A4 06 80 01 02 84 01 81        | 90 00   |
      | 00 88 00 00 04 01 02 03 04              | 69 82   |
      | 00 22 41 A4 06 80 01 02 84 01 83        | 6A 88   |
      | 00 22 41 B6 06 80 01 77 84 01 81        | 6A 80   |

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |
