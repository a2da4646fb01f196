# language: fr
Fonctionnalité: Ce que la carte refuse, elle le refuse comme la norme le dit

  @K_05
  Plan du scénario: Classe, instruction, paramètres, longueurs et fichiers inconnus
    Étant donné la carte "CPS de médecin", <place>
    Alors la carte répond ainsi :
      | commande                         | réponse | commentaire                       |
      | B0 A4 00 00 02 3F 00             | 6E 00   | classe inconnue                   |
      | 00 FE 00 00                      | 6D 00   | instruction inconnue              |
      | 00 A4 07 00 02 3F 00             | 6A 86   | P1 inconnu                        |
      | 00 A4 00 0C 02 12 34             | 6A 82   | fichier absent                    |
      | 00 B0 00 00 01                   | 69 86   | aucun fichier choisi              |
      | 00 B0 9C 00 FF                   | 6C 0C   | Le trop grand                     |
      | 00 B0 9C 20 01                   | 6B 00   | au-delà de la fin                 |
      | 00 20 00 07 00                   | 6A 88   | code inconnu                      |
      | 00 20 00 01 03 31 31 31          | 67 00   | code trop court, aucun essai perdu |
      | 00 20 00 01 00                   | 63 C3   | les trois essais restent          |
      | 00 2A 9E 9A 00                   | 69 85   | signature avant MSE               |
      | 00 C0 00 00 10                   | 69 85   | aucune réponse en attente         |

    Exemples:
      | place                |
      | hors de tout lecteur |
      | dans un lecteur      |
