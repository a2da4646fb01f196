# language: fr
Fonctionnalité: Une carte dit qui elle est

  @K_01
  Plan du scénario: Une CPS3 s'identifie par ses fichiers
    Étant donné la carte "CPS de médecin", <place>
    Alors la carte donne l'ATR "3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00"
    Et la carte répond ainsi :
      | commande                                      | réponse                           | commentaire      |
      | 00 A4 04 0C 08 80 25 00 00 01 FF 01 00        | 90 00                             | racine           |
      | 00 B0 9C 00 0C                                | 5A 0A 80 25 00 00 01 … 90 00      | numéro de série  |
      | 00 B0 9D 00 02                                | 80 43 90 00                       | EF.ATR           |
      | 00 B0 9E 00 02                                | 61 2C 90 00                       | EF.DIR           |
      | 00 A4 04 0C 0D E8 28 BD 08 0F 80 25 00 00 01 FF 00 10 | 90 00                     | application      |
      | 00 A4 09 0C 06 3F 00 00 01 50 32              | 90 00                             | TokenInfo        |
      | 00 B0 00 00 02                                | 30 81 90 00                       |                  |

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |
